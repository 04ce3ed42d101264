package org.plumbline.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.documents.Document;
import org.plumbline.documents.DocumentFacts;
import org.plumbline.documents.DocumentSource;
import org.plumbline.documents.DocumentText;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Body;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Indexed;
import org.springframework.stereotype.Component;

/** Documents and mail in search. */
@Component
class DocumentSearchable implements Searchable {
    private static final int SHORT = 200;

    private final DocumentSource source;

    DocumentSearchable(DocumentSource source) {
        this.source = source;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("document");
    }

    @Override
    public Set<String> hitKinds() {
        return Set.of("document", "mail");
    }

    @Override
    public Set<String> events() {
        return Set.of("document-extracted");
    }

    @Override
    public Optional<Indexed> read(String kind, UUID id) {
        return source.read(id).map(found -> indexed(found.document(), found.text()));
    }

    @Override
    public List<UUID> ids(String kind, Optional<UUID> after, int limit) {
        return source.after(after, limit);
    }

    @Override
    public Place place(Hit hit, String query) {
        String page = "/cases/" + hit.caseId().map(Object::toString).orElse("") + "/documents/" + hit.key();
        String at = "?" + (hit.page().isPresent() ? "page=" + hit.page().getAsInt() + "&" : "") + "q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return new Place("document", page + at, Optional.of(page + "/preview" + at));
    }

    private static Indexed indexed(Document document, DocumentText text) {
        DocumentFacts facts = document.facts();
        return new Indexed(
                document.id(),
                facts.mail().isPresent() ? "mail" : "document",
                document.stamp().label(),
                document.stamp().caseId(),
                facts.title(),
                body(text),
                attributes(document, facts));
    }

    private static Attributes attributes(Document document, DocumentFacts facts) {
        String media = facts.type().mediaType();
        return new Attributes(
                cut(media),
                TypeGroup.of(media),
                cut(facts.metadata().language().orElse("")),
                facts.date().flatMap(DocumentSearchable::day),
                cut(document.item().reference()),
                document.item().path(),
                facts.metadata().authors(),
                facts.mail().map(MailHeaders::from).orElse(List.of()),
                facts.mail().map(DocumentSearchable::recipients).orElse(List.of()),
                List.of());
    }

    /** Pages, sheets and slides alike are what a locator counts; what stands before the first one belongs to it. */
    private static Body body(DocumentText text) {
        int length = text.body().length();
        List<Integer> starts = new ArrayList<>(
                text.sections().stream().map(s -> Math.min(s.start(), length)).toList());
        if (!starts.isEmpty()) {
            starts.set(0, 0);
        }
        return new Body(text.body(), starts);
    }

    private static List<String> recipients(MailHeaders mail) {
        return Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream).toList();
    }

    /** The day as the document states it, in the offset it states; absent where that is not a whole date. */
    private static Optional<LocalDate> day(String stated) {
        try {
            return stated.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(stated.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT);
    }
}

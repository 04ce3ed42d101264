package org.plumbline.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.CaseText;
import org.plumbline.cases.CaseTexts;
import org.plumbline.identity.Members;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Body;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Indexed;
import org.springframework.stereotype.Component;

/** Cases, journal entries and tasks in search. */
@Component
class CaseSearchable implements Searchable {
    private final CaseTexts texts;
    private final Members members;

    CaseSearchable(CaseTexts texts, Members members) {
        this.texts = texts;
        this.members = members;
    }

    @Override
    public Set<String> kinds() {
        return CaseTexts.KINDS;
    }

    @Override
    public Set<String> events() {
        return CaseTexts.EVENTS;
    }

    @Override
    public Optional<Indexed> read(String kind, UUID id) {
        return texts.read(kind, id).map(this::indexed);
    }

    @Override
    public List<UUID> ids(String kind, Optional<UUID> after, int limit) {
        return texts.ids(kind, after, limit);
    }

    @Override
    public Place place(Hit hit, String query) {
        String of = "/cases/" + hit.caseId().map(Object::toString).orElse("");
        String href = switch (hit.kind()) {
            case "journal-entry" -> of + "/journal/" + hit.key();
            case "task" -> of + "/tasks/" + hit.key();
            default -> of;
        };
        return new Place(hit.kind(), href, Optional.empty());
    }

    private Indexed indexed(CaseText text) {
        String author = members.names(List.of(text.author())).getOrDefault(text.author(), "");
        return new Indexed(
                text.ref().id(),
                text.ref().kind(),
                text.stamp().label(),
                text.stamp().caseId(),
                text.title(),
                Body.of(text.body()),
                Attributes.none().dated(text.day()).by(author.isEmpty() ? List.of() : List.of(author)));
    }
}

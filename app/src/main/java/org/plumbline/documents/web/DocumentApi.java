package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.web.Originals;
import org.plumbline.documents.Document;
import org.plumbline.documents.Documents;
import org.plumbline.documents.Likeness;
import org.plumbline.documents.Likenesses;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.documents.extract.Section;
import org.plumbline.kernel.CaseId;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/documents")
class DocumentApi {
    private static final int MOST = 500;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Documents documents;
    private final Likenesses likenesses;

    DocumentApi(Documents documents, Likenesses likenesses) {
        this.documents = documents;
        this.likenesses = likenesses;
    }

    /** A document as the API says it; dates as the document states them. */
    record One(
            UUID id,
            String reference,
            String title,
            String name,
            String path,
            String mediaType,
            boolean extensionLies,
            Optional<String> language,
            List<String> authors,
            Optional<String> created,
            Optional<String> modified,
            Optional<Integer> pages,
            Optional<MailHeaders> mail,
            int characters,
            String state,
            long bytes,
            Optional<String> sha256,
            UUID exhibit,
            UUID item,
            UUID ingestion,
            int version) {
        static One of(Document document) {
            var facts = document.facts();
            var item = document.item();
            return new One(
                    document.id(),
                    item.reference(),
                    facts.title(),
                    item.name(),
                    item.path(),
                    facts.type().mediaType(),
                    facts.type().extensionLies(),
                    facts.metadata().language(),
                    facts.metadata().authors(),
                    facts.metadata().created(),
                    facts.metadata().modified(),
                    facts.metadata().pages(),
                    facts.mail(),
                    facts.characters(),
                    item.state().code(),
                    item.bytes(),
                    item.digest().map(d -> d.hex()),
                    item.exhibit(),
                    item.id(),
                    item.ingestion(),
                    document.stamp().version());
        }
    }

    /** Some documents, and the cursor of the rest; no cursor on the last page. */
    record Several(List<One> items, Optional<UUID> next) {}

    /**
     * A piece of a text.
     *
     * @param from where it begins, in UTF-16 units
     * @param total length of the whole text
     * @param next where the rest begins; absent at the end
     */
    record Piece(int from, int total, String text, List<Section> sections, Optional<Integer> next) {}

    @GetMapping
    Several list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Document> found = documents.list(new CaseId(caseId), before, size + 1);
        List<Document> shown = found.subList(0, Math.min(size, found.size()));
        return new Several(
                shown.stream().map(One::of).toList(),
                found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    /** A file of the case; nothing was read from one without a document. */
    record Member(
            UUID item,
            String reference,
            int depth,
            Optional<UUID> parent,
            String relation,
            String name,
            String title,
            String path,
            UUID exhibit,
            String state,
            long bytes,
            Optional<String> sha256,
            Optional<UUID> document) {
        static Member of(Documents.FamilyMember member) {
            var item = member.item();
            return new Member(
                    item.id(),
                    item.reference(),
                    item.depth(),
                    item.parent(),
                    item.relation(),
                    item.name(),
                    member.title(),
                    item.path(),
                    item.exhibit(),
                    item.state().code(),
                    item.bytes(),
                    item.digest().map(d -> d.hex()),
                    item.document());
        }
    }

    /** Some files by family, and the cursor of the rest; no cursor on the last page. */
    record Members(List<Member> items, Optional<UUID> next) {}

    @GetMapping("/families")
    Members families(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Documents.FamilyMember> found = documents.families(new CaseId(caseId), after, size + 1);
        List<Documents.FamilyMember> shown = found.subList(0, Math.min(size, found.size()));
        return new Members(
                shown.stream().map(Member::of).toList(),
                found.size() > size ? Optional.of(shown.getLast().item().id()) : Optional.empty());
    }

    @GetMapping("/{documentId}")
    ResponseEntity<One> one(@PathVariable UUID caseId, @PathVariable UUID documentId) {
        Document document = documents.read(new CaseId(caseId), documentId).document();
        return ResponseEntity.ok()
                .eTag("\"" + document.stamp().version() + "\"")
                .body(One.of(document));
    }

    /** Another document that says the same, or nearly; the score is 1 for the same text. */
    record Like(UUID document, String reference, String path, String title, double score) {
        static Like of(Document document, double score) {
            return new Like(
                    document.id(),
                    document.item().reference(),
                    document.item().path(),
                    document.facts().title(),
                    score);
        }
    }

    /** A file with the same bytes. */
    record SameBytes(UUID item, UUID exhibit, String reference, String path) {}

    /**
     * What is like a document.
     *
     * @param threshold from which score on it is said
     * @param more whether there are others that are not named
     */
    record Likes(
            double threshold, List<SameBytes> sameBytes, List<Like> sameText, List<Like> nearlySame, boolean more) {}

    @GetMapping("/{documentId}/likeness")
    Likes likeness(@PathVariable UUID caseId, @PathVariable UUID documentId) {
        Likeness like = likenesses.of(new CaseId(caseId), documentId);
        return new Likes(
                Likeness.THRESHOLD,
                like.bytes().stream()
                        .map(i -> new SameBytes(i.id(), i.exhibit(), i.reference(), i.path()))
                        .toList(),
                like.text().stream().map(d -> Like.of(d, 1)).toList(),
                like.near().stream().map(n -> Like.of(n.document(), n.score())).toList(),
                like.more());
    }

    @GetMapping("/{documentId}/text")
    Piece text(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "100000") int length) {
        var text = documents.read(new CaseId(caseId), documentId).text();
        int total = text.body().length();
        int start = Math.clamp(from, 0, total);
        int end = Math.min(total, start + Math.clamp(length, 1, MOST_CHARACTERS));
        return new Piece(
                start,
                total,
                text.body().substring(start, end),
                text.sections(),
                end < total ? Optional.of(end) : Optional.empty());
    }

    @GetMapping("/{documentId}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID caseId, @PathVariable UUID documentId, HttpServletResponse response) {
        return Originals.save(documents.save(new CaseId(caseId), documentId), response);
    }
}

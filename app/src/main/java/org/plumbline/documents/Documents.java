package org.plumbline.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.custody.Content;
import org.plumbline.custody.Original;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Shows documents: facts, text, and the bytes they were read from. */
@Service
@Application
public class Documents {
    private static final Action READ = new Action("documents.read", Right.READ);
    private static final Action LIST = new Action("documents.list", Right.READ);
    private static final Action OPEN = new Action("documents.open-original", Right.READ);
    private static final Action SAVE = new Action("documents.save-original", Right.EXPORT);
    private static final int MOST_CHILDREN = 500;

    private final Acts acts;
    private final DocumentTable table;
    private final ItemTable items;
    private final Vault vault;

    Documents(Acts acts, DocumentTable table, ItemTable items, Vault vault) {
        this.acts = acts;
        this.table = table;
        this.items = items;
        this.vault = vault;
    }

    /**
     * A document with its text and what was found in it.
     *
     * @param children at most 500, in their order
     * @param parent the item it was found in
     */
    public record Reading(Document document, DocumentText text, List<Item> children, Optional<Item> parent) {
        public Reading {
            children = List.copyOf(children);
        }
    }

    /**
     * A file in its family.
     *
     * @param title of what was read from it, such as the subject of a mail; else its name
     */
    public record FamilyMember(Item item, String title) {}

    /** A document of a case the acting person may see. */
    public Reading read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Document document = find(caseId, id);
            var reading = new Reading(
                    document,
                    table.text(id).orElse(new DocumentText("", List.of())),
                    items.children(document.item().id(), MOST_CHILDREN),
                    document.item().parent().flatMap(items::find));
            return Noted.of(reading, document.ref());
        });
    }

    /** Documents of a case, newest first, before the cursor. */
    public List<Document> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<Document> found = table.list(caseId, before, limit);
            return Noted.of(found, found.stream().map(Document::ref).toList());
        });
    }

    /**
     * The files of a case by family, after the cursor: a file received, then what was found in it, each before what was
     * found in itself. A file whose bytes are there elsewhere stands in each of its places.
     */
    public List<FamilyMember> families(CaseId caseId, Optional<UUID> after, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<Item> found = items.families(caseId, after, limit);
            Map<UUID, String> titles =
                    table
                            .all(found.stream()
                                    .flatMap(i -> i.document().stream())
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(
                                    Document::id, d -> d.facts().title()));
            List<FamilyMember> members = found.stream()
                    .map(i -> new FamilyMember(
                            i,
                            i.document()
                                    .flatMap(id -> Optional.ofNullable(titles.get(id)))
                                    .orElse(i.name())))
                    .toList();
            return Noted.of(members, found.stream().map(Item::ref).toList());
        });
    }

    /** How many documents the case has. */
    public long count(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> Noted.of(table.count(caseId)));
    }

    /** The bytes a document was read from, to be shown in a page; opening them is on the trail. */
    public Original open(CaseId caseId, UUID id) {
        return original(OPEN, caseId, id);
    }

    /** The same, to be taken away as a file. */
    public Original save(CaseId caseId, UUID id) {
        return original(SAVE, caseId, id);
    }

    private Original original(Action action, CaseId caseId, UUID id) {
        return acts.consult(action, Scope.of(caseId), () -> {
            Document document = find(caseId, id);
            Item item = document.item();
            var content = new Content(
                    item.content().orElseThrow(Refusal.absent()::asException),
                    item.digest().orElseThrow(),
                    item.bytes());
            var original = new Original(
                    item.name(),
                    vault.open(caseId, content.digest()),
                    content,
                    Optional.of(document.facts().type().mediaType()));
            return Noted.of(original, document.ref()).with("sha256", content.digest());
        });
    }

    private Document find(CaseId caseId, UUID id) {
        return table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
    }
}

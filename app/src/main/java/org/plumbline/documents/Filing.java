package org.plumbline.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.audit.Events;
import org.plumbline.custody.Content;
import org.plumbline.custody.Contents;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.StatedFact;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Writes what came of an item: its final state, the document read from it, and the items found in it, in one
 * transaction, so that a run cut off at any point and taken up again counts nothing twice.
 */
@Service
@Application
class Filing {
    private static final Action FILE = new Action("documents.file-item", Right.WRITE);

    /** Most items that may come out of one file received, over all levels. */
    private static final long MOST_BELOW = 200_000;

    private final Acts acts;
    private final ItemTable items;
    private final DocumentTable documents;
    private final PastReadings readings;
    private final Contents contents;
    private final Exhibits exhibits;
    private final Events events;
    private final Stamps stamps;
    private final Derived derived;
    private final Ids ids;

    Filing(
            Acts acts,
            ItemTable items,
            DocumentTable documents,
            PastReadings readings,
            Contents contents,
            Exhibits exhibits,
            Events events,
            Stamps stamps,
            Derived derived,
            Ids ids) {
        this.acts = acts;
        this.items = items;
        this.documents = documents;
        this.readings = readings;
        this.contents = contents;
        this.exhibits = exhibits;
        this.events = events;
        this.stamps = stamps;
        this.derived = derived;
        this.ids = ids;
    }

    /** Gives an item a final state without a document. */
    public void close(CaseId caseId, Item item, ItemState state, List<Reason> reasons) {
        acts.perform(FILE, Scope.of(caseId), () -> {
            PastReadings.Standing left = readings.of(item).left(state, reasons);
            boolean mine =
                    items.finish(item.id(), item.stamp().version(), left.state(), left.reasons(), Optional.empty());
            return noted(item, state, List.of()).value(mine);
        });
    }

    /** Closes an item whose bytes came into the case before, as another item. */
    public void closeDuplicate(CaseId caseId, Item item, Item of) {
        acts.perform(FILE, Scope.of(caseId), () -> {
            boolean mine = items.finish(
                    item.id(),
                    item.stamp().version(),
                    ItemState.DUPLICATE,
                    List.of(Reason.duplicate(of.reference())),
                    Optional.of(of.id()));
            return noted(item, ItemState.DUPLICATE, List.of()).value(mine);
        });
    }

    /** Files what was read, with what was found in it. */
    public void file(CaseId caseId, Item item, Extraction extraction, List<FoundChild> found) {
        file(caseId, item, extraction, found, List.of());
    }

    /** Files what was read without what was found in it, for a reason; read once more, it may find room. */
    public void fileAlone(CaseId caseId, Item item, Extraction extraction, Reason why) {
        file(caseId, item, extraction, List.of(), List.of(why));
    }

    private void file(CaseId caseId, Item item, Extraction extraction, List<FoundChild> found, List<Reason> leftOut) {
        acts.perform(FILE, Scope.of(caseId), () -> {
            boolean tooMany = items.below(item.top()) + found.size() > MOST_BELOW;
            ItemState state = state(item, extraction.outcome(), tooMany || !leftOut.isEmpty());
            List<Reason> reasons = reasons(item, extraction.outcome(), tooMany);
            reasons.addAll(leftOut);
            extraction.outside().forEach(program -> reasons.add(Reason.readWith(program)));
            PastReadings.Before before = readings.of(item);
            PastReadings.Standing left = before.left(state, reasons);
            boolean mine =
                    items.finish(item.id(), item.stamp().version(), left.state(), left.reasons(), Optional.empty());
            // Invariant: only the run that gives the final state adds anything, so nothing is counted twice.
            if (mine && !tooMany && !found.isEmpty()) {
                add(caseId, item, found);
            }
            List<Ref> refs = List.of();
            if (mine) {
                refs = hasDocument(state) ? List.of(write(caseId, item, extraction, found, before)) : List.of();
                before.note(stamps.inCase(caseId), state, reasons, extraction);
            }
            return noted(item, state, refs).value(mine);
        });
    }

    /** Adds what was found; what an earlier reading had found already stays as it is, and more comes behind it. */
    private void add(CaseId caseId, Item parent, List<FoundChild> found) {
        List<ItemTable.Place> before = items.places(parent.id());
        int last = before.isEmpty() ? 0 : before.getLast().number();
        var left = new HashMap<ItemTable.Found, Integer>();
        before.forEach(place -> left.merge(place.found(), 1, Integer::sum));
        for (FoundChild child : found) {
            if (left.merge(child.found(), -1, Integer::sum) < 0) {
                add(caseId, parent, child, ++last);
            }
        }
    }

    private void add(CaseId caseId, Item parent, FoundChild child, int place) {
        Optional<Content> content = child.incoming().map(bytes -> contents.keep(caseId, bytes));
        items.insert(child.item(ids.next(), stamps.inCase(caseId), parent, place, content));
    }

    private Ref write(
            CaseId caseId, Item item, Extraction extraction, List<FoundChild> found, PastReadings.Before before) {
        var stamp = stamps.inCase(caseId);
        var facts = DocumentFacts.of(extraction, item.name());
        UUID id = documents.write(ids.next(), stamp, item.id(), facts);
        before.keepReplaced(stamp, id, extraction.text());
        documents.writeText(id, stamp, extraction.text(), extraction.sections());
        if (item.parent().isEmpty()) {
            List<StatedFact> stated = facts.metadata().stated().stream()
                    .map(each -> new StatedFact(each.fact().code(), each.value()))
                    .toList();
            exhibits.identify(caseId, item.exhibit(), facts.type().mediaType(), stated);
        }
        var ref = new Ref("document", id, stamp.owner());
        events.publish("document-extracted", ref, stamp);
        derived.of(documents.find(id).orElseThrow(), extraction.text(), attachments(found));
        return ref;
    }

    private static int attachments(List<FoundChild> found) {
        return (int) found.stream()
                .filter(f -> f.child().relation() != Child.Relation.MAIL)
                .count();
    }

    private static ItemState state(Item item, Outcome outcome, boolean cut) {
        ItemState read = switch (outcome) {
            case Outcome.Indexed ignored -> ItemState.INDEXED;
            case Outcome.Container ignored -> ItemState.CONTAINER;
            case Outcome.Encrypted ignored -> ItemState.ENCRYPTED;
            case Outcome.Unsupported ignored -> ItemState.UNSUPPORTED;
            case Outcome.Empty ignored -> ItemState.EMPTY;
            case Outcome.Partial ignored -> ItemState.PARTIAL;
            case Outcome.Failed ignored -> ItemState.FAILED;
        };
        boolean whole = read == ItemState.INDEXED || read == ItemState.CONTAINER;
        return whole && (cut || !item.standing().matches("received|whole")) ? ItemState.PARTIAL : read;
    }

    private static List<Reason> reasons(Item item, Outcome outcome, boolean tooMany) {
        var reasons = new ArrayList<>(Reason.of(outcome));
        if (tooMany) {
            reasons.add(Reason.tooManyBelow(MOST_BELOW));
        }
        if (item.standing().equals("damaged")) {
            reasons.add(Reason.damagedMember());
        }
        return reasons;
    }

    private static boolean hasDocument(ItemState state) {
        return switch (state) {
            case INDEXED, CONTAINER, PARTIAL, ENCRYPTED, UNSUPPORTED -> true;
            case WAITING, RUNNING, DUPLICATE, EMPTY, FAILED, EXCLUDED -> false;
        };
    }

    private static Noting noted(Item item, ItemState state, List<Ref> refs) {
        var all = new ArrayList<Ref>();
        all.add(item.ref());
        all.addAll(refs);
        return new Noting(all, state);
    }

    /** What the trail says of a filing. */
    private record Noting(List<Ref> refs, ItemState state) {
        <T> Noted<T> value(T value) {
            return Noted.of(value, refs).with("state", state.code());
        }
    }
}

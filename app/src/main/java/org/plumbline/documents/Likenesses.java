package org.plumbline.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Finds documents with the same or nearly the same text when they are read, among those the reader may see. However
 * often a template was sent, no more than so many are compared.
 */
@Service
@Application
public class Likenesses {
    private static final Action COMPARE = new Action("documents.compare", Right.READ);

    private static final int MOST_NAMED = 10;
    private static final int MOST_CANDIDATES = 500;
    private static final int MOST_VERIFIED = 20;

    /** The estimate may be below what is so: 0.8 less two deviations of 128 draws. */
    static final double WORTH_VERIFYING = 0.73;

    private final Acts acts;
    private final PrintTable prints;
    private final ThreadTable texts;
    private final DocumentTable documents;
    private final ItemTable items;

    Likenesses(Acts acts, PrintTable prints, ThreadTable texts, DocumentTable documents, ItemTable items) {
        this.acts = acts;
        this.prints = prints;
        this.texts = texts;
        this.documents = documents;
        this.items = items;
    }

    /** What is like a document of the case. */
    public Likeness of(CaseId caseId, UUID id) {
        return acts.consult(COMPARE, Scope.of(caseId), () -> {
            Document document = documents.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            List<Item> bytes = items.duplicates(List.of(document.item().id()), MOST_NAMED + 1);
            List<UUID> same = prints.same(caseId, id, MOST_NAMED + 1);
            Near near = near(caseId, id);
            Map<UUID, Document> found = documents(same, near.scores().keySet());
            var likeness = new Likeness(
                    first(bytes),
                    first(same.stream()
                            .flatMap(o -> Optional.ofNullable(found.get(o)).stream())
                            .toList()),
                    first(near.scores().entrySet().stream()
                            .sorted(Map.Entry.<UUID, Double>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .flatMap(e -> Optional.ofNullable(found.get(e.getKey())).stream()
                                    .map(d -> new Likeness.Near(d, e.getValue())))
                            .toList()),
                    near.more()
                            || bytes.size() > MOST_NAMED
                            || same.size() > MOST_NAMED
                            || near.scores().size() > MOST_NAMED);
            return Noted.of(likeness, document.ref());
        });
    }

    /** Which of these documents of a list have another with the same text, or a file with the same bytes. */
    public Set<UUID> repeated(CaseId caseId, List<UUID> ids) {
        return acts.consult(COMPARE, Scope.of(caseId), () -> Noted.of(prints.repeated(caseId, ids)));
    }

    /** @param more whether candidates were left out */
    private record Near(Map<UUID, Double> scores, boolean more) {}

    private Near near(CaseId caseId, UUID id) {
        var scores = new HashMap<UUID, Double>();
        Optional<PrintTable.Print> mine = prints.find(caseId, id);
        if (mine.isEmpty()) {
            return new Near(scores, false);
        }
        List<PrintTable.Print> candidates = prints.candidates(caseId, mine.get(), MOST_CANDIDATES + 1);
        List<PrintTable.Print> worth = candidates.stream()
                .filter(c -> estimate(mine.get(), c) >= WORTH_VERIFYING)
                .sorted(Comparator.comparingDouble((PrintTable.Print c) -> estimate(mine.get(), c))
                        .reversed()
                        .thenComparing(PrintTable.Print::document))
                .toList();
        List<UUID> verified = worth.stream()
                .limit(MOST_VERIFIED)
                .map(PrintTable.Print::document)
                .toList();
        String text = text(id);
        // One after the other: each may have a million characters.
        for (UUID other : verified) {
            double score = TextPrint.likeness(text, text(other));
            if (score >= Likeness.THRESHOLD) {
                scores.put(other, score);
            }
        }
        return new Near(scores, candidates.size() > MOST_CANDIDATES || worth.size() > MOST_VERIFIED);
    }

    private String text(UUID document) {
        return texts.texts(List.of(document), TextPrint.LONGEST).getOrDefault(document, "");
    }

    private static double estimate(PrintTable.Print one, PrintTable.Print other) {
        return TextPrint.estimate(one.signature(), other.signature());
    }

    private Map<UUID, Document> documents(List<UUID> same, Set<UUID> near) {
        var ids = new ArrayList<UUID>(same);
        ids.addAll(near);
        return documents.all(ids).stream().collect(Collectors.toMap(Document::id, Function.identity()));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_NAMED, all.size()));
    }
}

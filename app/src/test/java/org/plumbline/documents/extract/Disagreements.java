package org.plumbline.documents.extract;

import java.util.ArrayList;
import java.util.List;

/** Holds what came of a file against what the manifest says is true of it. */
final class Disagreements {
    private Disagreements() {}

    static List<String> of(Truth truth, List<TinyLedger.Item> items) {
        TinyLedger.Item file = items.getFirst();
        List<String> found = new ArrayList<>();
        if (!truth.types().contains(file.type().mediaType())) {
            found.add("type " + file.type().mediaType() + " not " + truth.types());
        }
        if (truth.children().isPresent() && truth.children().getAsInt() != file.children() && !excused(truth, items)) {
            found.add("children " + file.children() + " not " + truth.children().getAsInt());
        }
        if (!outcomeAgrees(truth, items)) {
            found.add("outcome " + file.outcome() + " not " + truth.outcome());
        }
        boolean locked = truth.outcome().startsWith("encrypted") && file.outcome() instanceof Outcome.Encrypted;
        String phrase = TinyLedger.folded(truth.phrase());
        if (!locked && !phrase.isEmpty() && items.stream().noneMatch(i -> i.words().contains(phrase))) {
            found.add("phrase missing: " + truth.phrase());
        }
        if (items.stream().anyMatch(i -> i.words().contains("root:x:0"))) {
            found.add("a local file was read");
        }
        return found;
    }

    /** A stated shortfall or an honest refusal excuses a smaller number of children where the manifest allows one. */
    private static boolean excused(Truth truth, List<TinyLedger.Item> items) {
        Outcome outcome = items.getFirst().outcome();
        boolean whole = outcome instanceof Outcome.Indexed || outcome instanceof Outcome.Container;
        return !whole && !truth.outcome().equals("ok") && !truth.outcome().startsWith("ok_ocr");
    }

    private static boolean outcomeAgrees(Truth truth, List<TinyLedger.Item> items) {
        Outcome outcome = items.getFirst().outcome();
        boolean read = outcome instanceof Outcome.Indexed || outcome instanceof Outcome.Container;
        boolean partial = outcome instanceof Outcome.Partial;
        boolean locked = outcome instanceof Outcome.Encrypted
                || (outcome instanceof Outcome.Partial(List<Shortfall> why)
                        && why.stream()
                                .anyMatch(s -> s instanceof Shortfall.MembersUnread(Child.Standing standing, int count)
                                        && standing == Child.Standing.LOCKED
                                        && count > 0));
        return switch (truth.outcome().replaceFirst(";.*", "")) {
            case "ok", "ok_ocr", "ok_ocr_unverified", "ok_no_text", "ok_restricted", "no_escape", "no_external_fetch" ->
                read;
            case "ok_type_by_content" -> read || outcome instanceof Outcome.Unsupported;
            case "ok_or_partial" -> read || partial;
            case "ok_or_limit_reported" -> read || limitReached(items);
            case "ok_or_unsupported_reported" -> read || partial || outcome instanceof Outcome.Unsupported;
            case "encrypted" -> locked;
            case "encrypted_or_ok" -> locked || read;
            case "empty" -> outcome instanceof Outcome.Empty;
            case "fail_clean", "fail_clean_or_partial" -> !(outcome instanceof Outcome.Empty) && !died(outcome);
            case "bounded", "no_crash" -> !died(outcome);
            default -> throw new IllegalArgumentException("The manifest expects " + truth.outcome());
        };
    }

    private static boolean limitReached(List<TinyLedger.Item> items) {
        return items.getFirst().outcome() instanceof Outcome.Partial(List<Shortfall> why)
                && why.stream().anyMatch(s -> s instanceof Shortfall.LimitReached);
    }

    private static boolean died(Outcome outcome) {
        return outcome instanceof Outcome.Failed(Outcome.Reason reason, String detail)
                && (reason == Outcome.Reason.WORKER_DIED || reason == Outcome.Reason.WORKER_MISBEHAVED)
                && !detail.isEmpty();
    }
}

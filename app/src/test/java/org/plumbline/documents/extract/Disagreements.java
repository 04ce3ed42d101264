package org.plumbline.documents.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds what came of a file against what the manifest says is true of it. */
final class Disagreements {
    /** Other names for the same format, as the type registry itself lists them. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "application/x-rar-compressed", "application/x-rar",
            "application/xml", "text/xml",
            "application/x-tar", "application/x-ustar");

    private Disagreements() {}

    static List<String> of(Truth truth, List<TinyLedger.Item> items) {
        TinyLedger.Item file = items.getFirst();
        List<String> found = new ArrayList<>();
        String type = file.type().mediaType();
        if (!truth.types().contains(type) && !truth.types().contains(ALSO_CALLED.getOrDefault(type, type))) {
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
        if (!locked
                && !phrase.isEmpty()
                && items.stream().noneMatch(i -> i.words().contains(phrase))) {
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
        boolean locked = outcome instanceof Outcome.Encrypted || hasLockedMembers(outcome);
        return switch (truth.outcome().replaceFirst(";.*", "")) {
            case "ok", "ok_ocr", "ok_ocr_unverified", "ok_no_text", "ok_restricted", "no_escape" -> read;
            // Nothing may be fetched; that its words are found is said by the phrase.
            case "no_external_fetch" -> read || partial;
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

    private static boolean hasLockedMembers(Outcome outcome) {
        for (Shortfall why : shortfalls(outcome)) {
            if (why instanceof Shortfall.MembersUnread unread && unread.standing() == Child.Standing.LOCKED) {
                return true;
            }
        }
        return false;
    }

    private static boolean limitReached(List<TinyLedger.Item> items) {
        for (Shortfall why : shortfalls(items.getFirst().outcome())) {
            if (why instanceof Shortfall.LimitReached) {
                return true;
            }
        }
        return false;
    }

    private static List<Shortfall> shortfalls(Outcome outcome) {
        return outcome instanceof Outcome.Partial partial ? partial.why() : List.of();
    }

    private static boolean died(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            Outcome.Reason reason = failed.reason();
            return reason == Outcome.Reason.WORKER_DIED || reason == Outcome.Reason.WORKER_MISBEHAVED;
        }
        return false;
    }
}

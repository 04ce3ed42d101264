package org.plumbline.documents;

import java.util.List;
import java.util.Map;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.OutsideProgram;
import org.plumbline.documents.extract.Shortfall;
import org.plumbline.kernel.Refusal;

/**
 * Why a file is in its state. The sentence is {@code documents.reason.<code>} with these arguments.
 *
 * @param code stable word
 * @param arguments what the sentence names; never text of a document
 */
public record Reason(String code, Map<String, String> arguments) {
    public Reason {
        arguments = Map.copyOf(arguments);
    }

    static Reason duplicate(String of) {
        return new Reason("duplicate", Map.of("of", of));
    }

    static Reason excluded(String rule) {
        return new Reason("excluded-" + rule, Map.of());
    }

    static Reason unexpected(Throwable failure) {
        return new Reason("unexpected", Map.of("detail", failure.getClass().getSimpleName()));
    }

    static Reason damagedMember() {
        return new Reason("damaged-member", Map.of());
    }

    static Reason tooManyBelow(long allowed) {
        return new Reason("limit-below", Map.of("allowed", "" + allowed));
    }

    static Reason setAside(int times) {
        return new Reason("set-aside", Map.of("times", "" + times));
    }

    /** That a later reading gave nothing, so what the earlier one gave stays. */
    static Reason againWithout(List<Reason> why) {
        return new Reason(
                "again-without",
                Map.of("detail", why.isEmpty() ? "" : why.getFirst().code()));
    }

    /** That a program of the machine's own read it, which isn't said against it. */
    static Reason readWith(OutsideProgram program) {
        return new Reason("read-with", Map.of("program", program.named()));
    }

    /** That what was found inside finds no room under a quota. */
    static Reason quotaReached(Refusal refusal) {
        return new Reason("quota-reached", refusal.arguments());
    }

    /** That somebody else's look at a file was not over in time. */
    static Reason lookBusy() {
        return new Reason("look-busy", Map.of());
    }

    /** That nothing of a file is given out while a wall is missing that has to stand. */
    static Reason lookWithoutWalls() {
        return new Reason("look-without-walls", Map.of());
    }

    /** That a password is needed to look into a file. */
    static Reason lookLocked() {
        return new Reason("look-locked", Map.of());
    }

    static Reason noSuchPage(int page, int pages) {
        return new Reason("no-such-page", Map.of("page", "" + page, "pages", "" + pages));
    }

    static Reason noSuchTable(int table, int tables) {
        return new Reason("no-such-table", Map.of("table", "" + table, "tables", "" + tables));
    }

    /** Why an outcome is what it is; empty where the state says all. */
    static List<Reason> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Indexed ignored -> List.of();
            case Outcome.Container ignored -> List.of();
            case Outcome.Encrypted ignored -> List.of();
            case Outcome.Empty ignored -> List.of();
            case Outcome.Unsupported unsupported ->
                List.of(new Reason(
                        unsupported.version().isEmpty() ? "unsupported" : "unsupported-version",
                        Map.of("kind", unsupported.kind(), "version", unsupported.version())));
            case Outcome.Partial partial ->
                partial.why().stream().map(Reason::of).toList();
            case Outcome.Failed failed ->
                List.of(new Reason("failed-" + word(failed.reason()), Map.of("detail", failed.detail())));
        };
    }

    private static Reason of(Shortfall shortfall) {
        return switch (shortfall) {
            case Shortfall.LimitReached limit ->
                new Reason(
                        "limit-" + word(limit.limit()),
                        Map.of("allowed", "" + limit.allowed(), "reached", "" + limit.reached()));
            case Shortfall.Damaged damaged -> new Reason("damaged", Map.of("detail", damaged.detail()));
            case Shortfall.OcrMissing ocr -> new Reason("ocr-missing", Map.of("detail", ocr.detail()));
            case Shortfall.MembersUnread members ->
                new Reason("members-" + word(members.standing()), Map.of("count", "" + members.count()));
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Every code there is, so that a test can ask for the sentence of each. */
    static List<String> codes() {
        var codes = new java.util.ArrayList<>(List.of(
                "duplicate",
                "set-aside",
                "again-without",
                "unexpected",
                "damaged-member",
                "unsupported-member",
                "limit-below",
                "unsupported",
                "unsupported-version",
                "damaged",
                "ocr-missing",
                "quota-reached",
                "read-with",
                "look-busy",
                "look-without-walls",
                "look-locked",
                "no-such-page",
                "no-such-table"));
        for (Limit limit : Limit.values()) {
            codes.add("limit-" + word(limit));
        }
        for (Outcome.Reason reason : Outcome.Reason.values()) {
            codes.add("failed-" + word(reason));
        }
        for (var standing : org.plumbline.documents.extract.Child.Standing.values()) {
            codes.add("members-" + word(standing));
        }
        for (ExclusionRule rule : ExclusionRule.values()) {
            codes.add("excluded-" + rule.code());
        }
        return codes;
    }
}

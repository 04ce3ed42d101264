package org.plumbline.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.audit.TrailEntry;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * An entry of a trail as a page shows it.
 *
 * @param who the name of who did it
 * @param initials the person in one or two letters
 * @param records the first few records it made, changed or showed
 * @param more how many further records there are
 */
public record TrailLine(TrailEntry entry, String who, String initials, List<Shown> records, int more) {
    /**
     * A record on the trail.
     *
     * @param named title and link; absent where the reader may not see the record, or it has no page
     */
    public record Shown(Ref ref, Optional<RefResolver.Named> named) {
        /** The kind of record in words; its code where no bundle has words for it. */
        public String kind(Texts texts) {
            String key = "kind." + ref.kind();
            return texts.has(key) ? texts.say(key) : ref.kind();
        }
    }

    public TrailLine {
        records = List.copyOf(records);
    }

    /** What was done, in words; its code where no bundle has words for it. */
    public String act(Texts texts) {
        return act(entry.action(), texts);
    }

    /** What else the same page showed, in words: a page of a case reads the case and its own records. */
    public List<String> further(Texts texts) {
        String also =
                entry.body().map(body -> body.facts().getOrDefault("also", "")).orElse("");
        return Arrays.stream(also.split(" ", -1))
                .filter(action -> !action.isEmpty())
                .map(action -> act(action, texts))
                .toList();
    }

    private static String act(String action, Texts texts) {
        String key = "action." + action;
        return texts.has(key) ? texts.say(key) : action;
    }

    /** The purpose in force; empty when none was chosen, or once erased. */
    public String purpose() {
        return entry.body().map(TrailEntry.Body::purpose).orElse("");
    }

    public boolean isRefusal() {
        return entry.kind().equals("refusal");
    }

    /** What came of it. */
    public Mark outcome(Texts texts) {
        String word = texts.say("trail.outcome." + entry.outcome().toLowerCase(Locale.ROOT));
        if (isRefusal()) {
            return new Mark(Mark.Kind.BAD, "hand-stop", word);
        }
        return entry.kind().equals("act") ? Mark.ok(word) : new Mark(Mark.Kind.OFF, "eye", word);
    }
}

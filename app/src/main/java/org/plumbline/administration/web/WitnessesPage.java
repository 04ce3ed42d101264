package org.plumbline.administration.web;

import java.util.Locale;
import org.plumbline.audit.log.AskFailure;
import org.plumbline.audit.log.Outsiders;
import org.plumbline.audit.log.TrailOutside;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * How far those outside have come who vouch for the trail.
 *
 * @param said what came of asking them, in words; empty where nobody was asked now
 */
public record WitnessesPage(TrailOutside outside, String said) {
    /** How it is with a witness, as a word that stays the same. */
    static String state(TrailOutside.WitnessSeen witness, TrailOutside outside) {
        if (witness.failure().isPresent()) {
            return "failing";
        }
        if (witness.late()) {
            return "late";
        }
        return outside.behind(witness) == 0 ? "good" : "waiting";
    }

    /** The state in icon, word and colour. */
    public Mark mark(TrailOutside.WitnessSeen witness, Texts texts) {
        String state = state(witness, outside);
        String word = texts.say("witnesses.state." + state);
        return switch (state) {
            case "good" -> Mark.ok(word);
            case "waiting" -> Mark.waiting(word);
            case "late" -> Mark.warn(word);
            default -> Mark.bad(word);
        };
    }

    /** What failed or is late and what to do about it; empty where nothing is. */
    static String advice(TrailOutside.WitnessSeen witness, Texts texts) {
        return witness.failure()
                .map(failure -> words(failure, texts))
                .orElseGet(() -> witness.late() ? texts.say("witnesses.late.next") : "");
    }

    /** The same, for a template. */
    public String next(TrailOutside.WitnessSeen witness, Texts texts) {
        return advice(witness, texts);
    }

    /** How asking failed and what to do about it. */
    public static String words(AskFailure failure, Texts texts) {
        return texts.say("failure." + failure.kind().code(), "code", failure.code());
    }

    /** Whom checkpoints are sent to for a time. */
    public String authority(Texts texts) {
        String asked = outside.stamping().asked();
        return asked.equals("embedded") || asked.equals("off") ? texts.say("stamping." + asked) : asked;
    }

    /** What came of asking all witnesses. */
    static String asked(TrailOutside outside, Texts texts) {
        long failed = outside.witnesses().stream()
                .filter(witness -> witness.failure().isPresent())
                .count();
        int all = outside.witnesses().size();
        return texts.say("witnesses.was-asked", "answered", all - failed, "all", all, "failed", failed);
    }

    /** What came of asking for a time. */
    static String asked(Outsiders.Answer answer, Texts texts) {
        return texts.say("stamping.was." + code(answer));
    }

    /** The answer's stable name. */
    static String code(Outsiders.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

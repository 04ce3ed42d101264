package org.plumbline.custody.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.acts.RecordedAct;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.EventTime;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.kernel.Moment;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * An act on the line of an exhibit.
 *
 * @param recordedAt when it was recorded
 * @param numbers of the exhibits that it names by identifier, where the reader may see them
 * @param signature how it was signed; absent while it waits
 */
public record ActLine(
        Act act, Instant recordedAt, Map<UUID, String> numbers, Optional<Signature> signature, boolean witnessed) {
    public ActLine {
        numbers = Map.copyOf(numbers);
    }

    static ActLine of(RecordedAct recorded, Map<UUID, String> numbers) {
        return new ActLine(
                recorded.act(),
                recorded.stamp().recordedAt(),
                numbers,
                Optional.of(recorded.signature()),
                recorded.witness().isPresent());
    }

    /** An act that was done elsewhere, on the line where it was put together. */
    public static ActLine of(SignedAct act) {
        return new ActLine(
                act.act(),
                act.act().preparedAt(),
                Map.of(),
                Optional.of(act.signature()),
                act.witness().isPresent());
    }

    /** An act that waits for a signature. */
    static ActLine of(Act act) {
        return new ActLine(act, act.preparedAt(), Map.of(), Optional.empty(), false);
    }

    /** Message key of its kind. */
    public String kind() {
        return "custody.act." + act.kind().code();
    }

    /** What it says beside who and when. */
    public List<ActFact> facts() {
        return ActFact.of(act, numbers);
    }

    /** When it happened, as exactly as it is known, and by which clock. */
    public String happened(Texts texts) {
        EventTime at = act.at();
        String time = texts.moment(Moment.parse(at.text(), at.clock().code()));
        String clock = texts.say("custody.clock." + at.clock().code());
        return at.offsetSeconds().isPresent()
                ? texts.say(
                        "custody.happened.offset",
                        "time",
                        time,
                        "clock",
                        clock,
                        "count",
                        at.offsetSeconds().get())
                : texts.say("custody.happened", "time", time, "clock", clock);
    }

    /** How it was signed, and what has to be known of it. */
    public List<Mark> marks(Texts texts) {
        var marks = new ArrayList<Mark>();
        signature.ifPresent(s -> marks.add(
                s instanceof Signature.Passkey
                        ? new Mark(Mark.Kind.OK, "key", texts.say("custody.signed.passkey"))
                        : new Mark(Mark.Kind.OFF, "signature", texts.say("custody.signed.attested"))));
        if (witnessed) {
            marks.add(new Mark(Mark.Kind.OK, "users", texts.say("custody.signed.witness")));
        }
        if (act.late()) {
            marks.add(Mark.warn(texts.say("custody.late")));
        }
        return marks;
    }

    /** The shape of its dot on the line. */
    public String dot() {
        return act.kind() == Kind.SEAL || act.kind() == Kind.RESEAL ? "square" : "round";
    }
}

package org.plumbline.oversight.web;

import java.util.List;
import org.plumbline.audit.Erasure;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * Erasures that were asked for, newest first.
 *
 * @param decides whether the reader may confirm and decline
 * @param first address of the newest, empty when they are shown
 * @param next address of older ones, empty for none
 */
public record ErasuresPage(List<Line> lines, boolean decides, String first, String next) {
    /**
     * One of them.
     *
     * @param decidedBy empty while nobody has
     */
    public record Line(Erasure erasure, String askedBy, String decidedBy) {
        /** What came of it. */
        public Mark state(Texts texts) {
            return erasure.decision()
                    .map(decision -> decision.confirmed()
                            ? Mark.ok(texts.say("oversight.erasure.confirmed"))
                            : new Mark(Mark.Kind.OFF, "hand-stop", texts.say("oversight.erasure.declined")))
                    .orElseGet(() -> Mark.waiting(texts.say("oversight.erasure.waiting")));
        }
    }

    public ErasuresPage {
        lines = List.copyOf(lines);
    }
}

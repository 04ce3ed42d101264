package org.plumbline.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.access.Opening;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * Openings by break-glass.
 *
 * @param openings newest first; on the page of one opening just that
 * @param reader who reads
 * @param mayOpen whether the reader may open a case so
 * @param older where older ones are; empty when there are none
 */
public record BreakGlassPage(
        List<Opening> openings,
        Map<MemberId, String> names,
        MemberId reader,
        Instant now,
        boolean mayOpen,
        String older,
        Form form) {
    public BreakGlassPage {
        openings = List.copyOf(openings);
        names = Map.copyOf(names);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }

    /** The opening of a page about one. */
    public Opening opening() {
        return openings.getFirst();
    }

    /** Who was told, by name. */
    public String told(Opening opening) {
        return opening.told().stream().map(this::name).sorted().collect(Collectors.joining(", "));
    }

    public boolean isMine(Opening opening) {
        return opening.member().equals(reader);
    }

    /** Whether the reader was told and has not said so. */
    public boolean isUnseen(Opening opening) {
        return opening.told().contains(reader) && !opening.seenBy().contains(reader);
    }

    /** Whether the reader may close the review. */
    public boolean mayReview(Opening opening) {
        return !isMine(opening) && !opening.isOpen(now) && opening.review().isEmpty();
    }

    /** Open, waiting for its review, or reviewed. */
    public Mark state(Opening opening, Texts texts) {
        if (opening.isOpen(now)) {
            return Mark.warn(texts.say("glass.state.open"));
        }
        return opening.review()
                .map(r -> r.justified()
                        ? Mark.ok(texts.say("glass.state.justified"))
                        : Mark.bad(texts.say("glass.state.unjustified")))
                .orElseGet(() -> Mark.waiting(texts.say("glass.state.review")));
    }
}

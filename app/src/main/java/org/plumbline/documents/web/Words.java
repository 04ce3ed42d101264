package org.plumbline.documents.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.FileKind;
import org.plumbline.documents.Counts;
import org.plumbline.documents.Document;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Item;
import org.plumbline.documents.ItemState;
import org.plumbline.documents.Pace;
import org.plumbline.documents.Reason;
import org.plumbline.kernel.Moment;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Figure;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Progress;

/** The ledger in the reader's words. */
public final class Words {
    private Words() {}

    /** The mark of a state. */
    public static Mark mark(ItemState state, Texts texts) {
        String word = texts.say("documents.state." + state.code());
        return switch (state) {
            case WAITING -> Mark.waiting(word);
            case RUNNING -> Mark.running(word);
            case INDEXED -> Mark.ok(word);
            case CONTAINER -> new Mark(Mark.Kind.OK, "package", word);
            case DUPLICATE -> new Mark(Mark.Kind.OFF, "copy", word);
            case ENCRYPTED -> new Mark(Mark.Kind.WARN, "lock", word);
            case UNSUPPORTED -> new Mark(Mark.Kind.WARN, "help-circle", word);
            case EMPTY -> new Mark(Mark.Kind.OFF, "file-off", word);
            case PARTIAL -> Mark.warn(word);
            case FAILED -> Mark.bad(word);
            case EXCLUDED -> new Mark(Mark.Kind.OFF, "ban", word);
        };
    }

    /** Why an item is in its state, in sentences; empty where the state says all. */
    public static List<String> reasons(Item item, Texts texts) {
        return reasons(item.reasons(), texts);
    }

    /** Reasons in sentences. */
    public static List<String> reasons(List<Reason> reasons, Texts texts) {
        return reasons.stream().map(reason -> reason(reason, texts)).toList();
    }

    static String reason(Reason reason, Texts texts) {
        return texts.say("documents.reason." + reason.code(), reason.arguments());
    }

    /** The message key of the kind of a media type. */
    public static String kind(String mediaType) {
        return "custody.kind." + FileKind.of(mediaType).code();
    }

    /** A date as a document states it: as exact as stated, and in its own words where it is no date. */
    public static String date(Optional<String> stated, Texts texts) {
        return stated.map(text -> date(text, texts)).orElseGet(texts::unknown);
    }

    private static String date(String stated, Texts texts) {
        try {
            return texts.moment(Moment.parse(stated, ""));
        } catch (IllegalArgumentException e) {
            return stated;
        }
    }

    /** Only the day of a date as stated. */
    public static String day(Document document, Texts texts) {
        Optional<String> stated = document.facts().date();
        return date(stated.map(s -> s.length() > 10 && s.charAt(10) == 'T' ? s.substring(0, 10) : s), texts);
    }

    /** Where an ingestion stands. */
    public static Progress progress(Ingestions.Summary summary, String href, Texts texts) {
        Counts counts = summary.counts();
        boolean complete = summary.ingestion().completedAt().isPresent();
        Mark state = !complete
                ? Mark.waiting(texts.say("documents.ingestion.open"))
                : summary.paused() && counts.open() > 0
                        ? new Mark(Mark.Kind.WARN, "player-pause", texts.say("documents.ingestion.paused"))
                        : counts.open() > 0
                                ? Mark.running(texts.say("documents.ingestion.reading"))
                                : Mark.ok(texts.say("documents.ingestion.done"));
        var outcomes = new ArrayList<Progress.Outcome>();
        for (ItemState one : ItemState.values()) {
            if (counts.of(one) > 0) {
                outcomes.add(new Progress.Outcome(mark(one, texts), counts.of(one), href + "?state=" + one.code()));
            }
        }
        var pace = new ArrayList<>(List.of(
                texts.say("documents.ingestion.received", "count", counts.inputs()),
                texts.say("documents.ingestion.inside", "count", counts.total() - counts.inputs())));
        summary.pace().filter(p -> !summary.paused()).ifPresent(p -> {
            pace.add(texts.say("documents.ingestion.pace", "count", p.perMinute()));
            pace.add(left(p, texts));
        });
        return new Progress(summary.ingestion().title(), state, counts.done(), counts.total(), pace, outcomes);
    }

    private static String left(Pace pace, Texts texts) {
        long minutes = pace.left().toMinutes();
        return minutes < 1
                ? texts.say("documents.ingestion.left.soon")
                : minutes < 120
                        ? texts.say("documents.ingestion.left.minutes", "count", minutes)
                        : texts.say(
                                "documents.ingestion.left.hours",
                                "count",
                                pace.left().toHours());
    }

    /** The totals of a ledger, which add up: all items, then each state that has any. */
    public static List<Figure> figures(Counts counts, String href, Texts texts) {
        var figures = new ArrayList<Figure>();
        figures.add(
                new Figure(texts.number(counts.total()), texts.say("documents.ledger.all"), href, Optional.empty()));
        for (ItemState state : ItemState.values()) {
            if (counts.of(state) > 0) {
                figures.add(new Figure(
                        texts.number(counts.of(state)),
                        texts.say("documents.state." + state.code()),
                        href + "?state=" + state.code(),
                        Optional.empty()));
            }
        }
        return figures;
    }

    /** The address of what was read from an item; empty where nothing was. */
    public static String href(String caseHref, Item item) {
        return item.document()
                .map(UUID::toString)
                .map(id -> caseHref + "/documents/" + id)
                .orElse("");
    }
}

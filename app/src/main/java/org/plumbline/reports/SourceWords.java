package org.plumbline.reports;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.model.statement.Locator;
import org.plumbline.entities.SourceRecord;
import org.plumbline.kernel.Ref;
import org.plumbline.reports.render.Source;
import org.plumbline.site.Texts;

/** Sources of statements as a report cites them. */
final class SourceWords {
    private final Texts texts;
    private final Function<Ref, Optional<Exhibit>> exhibits;

    SourceWords(Texts texts, Function<Ref, Optional<Exhibit>> exhibits) {
        this.texts = texts;
        this.exhibits = exhibits;
    }

    Source of(SourceRecord source, Locator locator) {
        return exhibit(source)
                .<Source>map(e -> new Source.InExhibit(e.reference(), e.name(), place(locator)))
                .orElseGet(() -> outside(source, locator));
    }

    /** Whether somebody else can find it again: an exhibit, an address, or a publisher to ask. */
    boolean traceable(SourceRecord source, Locator locator) {
        return source.about().isPresent()
                || !source.publisher().isBlank()
                || !url(source, locator).isEmpty();
    }

    private Source outside(SourceRecord source, Locator locator) {
        @Nullable LocalDate checked = checked(source, locator);
        return switch (source.kind()) {
            case REGISTER -> new Source.InRegister(source.title(), place(locator), checked, url(source, locator));
            case PUBLICATION, ARTICLE, EXHIBIT, DOCUMENT, STATEMENT, OTHER ->
                new Source.InPublication(
                        source.publisher(), titled(source), place(locator), checked, url(source, locator));
        };
    }

    private String titled(SourceRecord source) {
        return source.published().isEmpty()
                ? source.title()
                : texts.say(
                        "reports.source.published",
                        "title",
                        source.title(),
                        "day",
                        new ValueWords(texts).day(source.published()));
    }

    private Optional<Exhibit> exhibit(SourceRecord source) {
        return source.about().filter(ref -> ref.kind().equals("exhibit")).flatMap(exhibits);
    }

    private String place(Locator locator) {
        return switch (locator) {
            case Locator.Whole whole -> "";
            case Locator.Page page -> texts.say("reports.locator.page", "number", page.number());
            case Locator.MailParagraph paragraph ->
                texts.say("reports.locator.paragraph", "number", paragraph.number());
            case Locator.RegisterRow row -> texts.say("reports.locator.row", "number", row.number());
            case Locator.TextRange range ->
                texts.say("reports.locator.text", "from", range.offset() + 1, "until", range.offset() + range.length());
            case Locator.Url url -> "";
        };
    }

    private static String url(SourceRecord source, Locator locator) {
        return locator instanceof Locator.Url url ? url.address().toString() : source.url();
    }

    private static @Nullable LocalDate checked(SourceRecord source, Locator locator) {
        return locator instanceof Locator.Url url
                ? url.checked()
                : source.checked().orElse(null);
    }
}

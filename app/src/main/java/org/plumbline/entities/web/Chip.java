package org.plumbline.entities.web;

import java.util.Map;
import java.util.UUID;
import org.plumbline.engine.model.statement.Locator;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.entities.SourceRecord;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.Texts;

/**
 * The mark of a source behind a value, one click from where it is read.
 *
 * @param label short title of the source
 * @param extra where in it
 * @param href the source, or the document at its page
 * @param icon icon of the sprite
 */
public record Chip(String label, String extra, String href, String icon) {
    private static final int LONGEST = 30;

    static Chip of(CaseId caseId, Statement statement, Map<UUID, SourceRecord> sources, Texts texts) {
        SourceRecord source = sources.get(UUID.fromString(statement.source().id()));
        Locator locator = statement.source().locator();
        return source == null
                ? new Chip(texts.say("entities.source.gone"), "", "/cases/" + caseId + "/sources", "file-off")
                : new Chip(brief(source.title()), where(locator, texts), href(caseId, source, locator), icon(source));
    }

    static String where(Locator locator, Texts texts) {
        return switch (locator) {
            case Locator.Whole whole -> "";
            case Locator.Page page -> texts.say("entities.at.page", "number", page.number());
            case Locator.MailParagraph part -> texts.say("entities.at.paragraph", "number", part.number());
            case Locator.RegisterRow row -> texts.say("entities.at.row", "number", row.number());
            case Locator.TextRange range -> texts.say("entities.at.text", "number", range.offset());
            case Locator.Url url -> texts.say("entities.at.url", "day", url.checked());
        };
    }

    static String brief(String title) {
        if (title.length() <= LONGEST) {
            return title;
        }
        int space = title.lastIndexOf(' ', LONGEST);
        return title.substring(0, space < LONGEST / 2 ? LONGEST : space) + "…";
    }

    private static String href(CaseId caseId, SourceRecord source, Locator locator) {
        String page = locator instanceof Locator.Page at ? "?page=" + at.number() : "";
        return source.about()
                .map(ref -> "/cases/" + caseId + "/" + ref.kind() + "s/" + ref.id() + page)
                .orElse("/cases/" + caseId + "/sources/" + source.id());
    }

    private static String icon(SourceRecord source) {
        return switch (source.kind()) {
            case PUBLICATION, ARTICLE -> "world";
            case REGISTER -> "table";
            case EXHIBIT -> "package";
            case DOCUMENT, STATEMENT, OTHER -> "file-text";
        };
    }
}

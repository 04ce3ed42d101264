package org.plumbline.custody.tags.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * Tags on pages, and what the form says of them.
 *
 * @param action where tags that are missing are asked for
 * @param missing how many of the chosen things have no tag yet
 * @param mayMake whether the reader may make those
 * @param skip how many stickers of the first page are used already
 */
public record TagSheet(
        String action, Sheet sheet, int skip, List<PrintedTag> tags, int missing, boolean mayMake, Form form) {
    public TagSheet {
        tags = List.copyOf(tags);
    }

    /** The pages, each with a place for every sticker; an empty one is used already. */
    public List<List<Optional<PrintedTag>>> pages() {
        var stickers = new ArrayList<Optional<PrintedTag>>();
        for (int used = 0; used < skip; used++) {
            stickers.add(Optional.empty());
        }
        tags.forEach(tag -> stickers.add(Optional.of(tag)));
        var pages = new ArrayList<List<Optional<PrintedTag>>>();
        for (int from = 0; from < stickers.size() && !tags.isEmpty(); from += sheet.each()) {
            pages.add(List.copyOf(stickers.subList(from, Math.min(stickers.size(), from + sheet.each()))));
        }
        return pages;
    }

    public List<Option> sheets(Texts texts) {
        return Arrays.stream(Sheet.values())
                .map(each -> new Option(each.code(), texts.say("tags.sheet." + each.code())))
                .toList();
    }
}

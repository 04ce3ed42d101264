package org.plumbline.search.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a document beside its title and text. An empty string means "not stated".
 *
 * @param mediaType media type by content, such as {@code application/pdf}; of an entity, the schemas its own is a kind
 *     of
 * @param typeGroup the word for it that people filter by, such as {@code pdf}, {@code mail}, {@code spreadsheet}; an
 *     entity's schema
 * @param language language tag, such as {@code en}
 * @param date the day lists and the histogram use
 * @param source exhibit number or collection
 * @param name file name and path
 * @param authors who wrote it
 * @param from senders
 * @param to recipients of every kind
 * @param extra further text to search: captions, alternative names, notes
 */
public record Attributes(
        String mediaType,
        String typeGroup,
        String language,
        Optional<LocalDate> date,
        String source,
        String name,
        List<String> authors,
        List<String> from,
        List<String> to,
        List<String> extra) {
    private static final int SHORT = 200;

    public Attributes {
        checkShort("media type", mediaType);
        checkShort("type group", typeGroup);
        checkShort("language", language);
        checkShort("source", source);
        authors = List.copyOf(authors);
        from = List.copyOf(from);
        to = List.copyOf(to);
        extra = List.copyOf(extra);
    }

    /** Nothing stated. */
    public static Attributes none() {
        return new Attributes("", "", "", Optional.empty(), "", "", List.of(), List.of(), List.of(), List.of());
    }

    /** These, with a media type and its group. */
    public Attributes typed(String media, String group) {
        return new Attributes(media, group, language, date, source, name, authors, from, to, extra);
    }

    /** These, in a language. */
    public Attributes in(String tag) {
        return new Attributes(mediaType, typeGroup, tag, date, source, name, authors, from, to, extra);
    }

    /** These, on a day. */
    public Attributes dated(LocalDate day) {
        return new Attributes(mediaType, typeGroup, language, Optional.of(day), source, name, authors, from, to, extra);
    }

    /** These, out of an exhibit or collection. */
    public Attributes outOf(String exhibit) {
        return new Attributes(mediaType, typeGroup, language, date, exhibit, name, authors, from, to, extra);
    }

    /** These, under a file name or path. */
    public Attributes named(String path) {
        return new Attributes(mediaType, typeGroup, language, date, source, path, authors, from, to, extra);
    }

    /** These, by the given authors. */
    public Attributes by(List<String> writers) {
        return new Attributes(mediaType, typeGroup, language, date, source, name, writers, from, to, extra);
    }

    /** These, sent. */
    public Attributes sent(List<String> senders, List<String> recipients) {
        return new Attributes(mediaType, typeGroup, language, date, source, name, authors, senders, recipients, extra);
    }

    /** These, with further text. */
    public Attributes with(List<String> more) {
        return new Attributes(mediaType, typeGroup, language, date, source, name, authors, from, to, more);
    }

    static void checkShort(String what, String value) {
        if (value.length() > SHORT) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + value.length() + " characters; at most " + SHORT + " are kept");
        }
    }
}

package org.plumbline.search.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

/**
 * One document found. It has a place in the order and no score.
 *
 * @param key the record's identifier
 * @param kind what it is
 * @param label its label
 * @param caseId its case
 * @param title its title, with what matched marked
 * @param snippets up to three passages of the body, then of other fields, with what matched marked; the beginning of
 *     the body when nothing in it matched
 * @param page page of the first match in the body, from 1; absent without pages or without a match there
 * @param matched the fields with a match, in the order of {@link SearchField}
 * @param date its date
 * @param typeGroup its type for people, empty when not stated
 * @param language its language, empty when not stated
 * @param source its exhibit or collection, empty when not stated
 * @param name its file name and path, empty when not stated
 */
public record Hit(
        UUID key,
        String kind,
        LabelId label,
        Optional<CaseId> caseId,
        List<Run> title,
        List<Snippet> snippets,
        OptionalInt page,
        List<SearchField> matched,
        Optional<LocalDate> date,
        String typeGroup,
        String language,
        String source,
        String name) {

    /** A stretch of text that matched, or of what stands around it. */
    public record Run(String text, boolean marked) {}

    /**
     * A passage.
     *
     * @param field the field it is from
     * @param runs its text, in order; line breaks and repeated spaces are one space
     * @param cutBefore whether text goes before it
     * @param cutAfter whether text follows it
     */
    public record Snippet(SearchField field, List<Run> runs, boolean cutBefore, boolean cutAfter) {
        public Snippet {
            runs = List.copyOf(runs);
        }
    }

    public Hit {
        title = List.copyOf(title);
        snippets = List.copyOf(snippets);
        matched = List.copyOf(matched);
    }

    /** The title without marks. */
    public String plainTitle() {
        var text = new StringBuilder();
        title.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}

package org.plumbline.documents.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.DocumentMetadata;
import org.plumbline.documents.extract.Stated;

/** What the file says about itself, as the readers find it. */
final class Facts {
    private static final int LONGEST = 2000;

    private @Nullable String title;
    private final List<String> authors = new ArrayList<>();
    private @Nullable String created;
    private @Nullable String modified;
    private @Nullable String charset;
    private @Nullable String tool;
    private final List<Stated> stated = new ArrayList<>();
    private int pages = -1;

    synchronized void title(String value) {
        title = value;
    }

    synchronized void charset(String value) {
        charset = value;
    }

    synchronized void pages(int value) {
        pages = value;
    }

    synchronized void author(String value) {
        authors.add(shortened(value));
    }

    synchronized void tool(String value) {
        tool = value;
    }

    synchronized void stated(Stated fact) {
        stated.add(fact);
    }

    synchronized void created(String value) {
        created = value;
    }

    /** Takes over what a Tika parser found. */
    synchronized void take(Metadata found) {
        title = or(found.get(TikaCoreProperties.TITLE), title);
        for (String author : found.getValues(TikaCoreProperties.CREATOR)) {
            if (!author.isBlank() && !authors.contains(shortened(author))) {
                authors.add(shortened(author));
            }
        }
        created = or(found.get(TikaCoreProperties.CREATED), created);
        modified = or(found.get(TikaCoreProperties.MODIFIED), modified);
        modified = modified == null ? found.get(DublinCore.DATE) : modified;
        tool = or(found.get(TikaCoreProperties.CREATOR_TOOL), tool);
        charset = or(found.get(Metadata.CONTENT_ENCODING), charset);
        Integer count = found.getInt(PagedText.N_PAGES);
        Integer stated = count == null ? found.getInt(Office.PAGE_COUNT) : count;
        pages = stated == null ? pages : stated;
    }

    synchronized DocumentMetadata with(Optional<String> language) {
        return new DocumentMetadata(
                text(title),
                authors,
                text(created),
                text(modified),
                language,
                pages < 0 ? Optional.empty() : Optional.of(pages),
                text(charset),
                text(tool),
                stated);
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null || first.isBlank() ? second : first;
    }

    private static Optional<String> text(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(shortened(value));
    }

    private static String shortened(String value) {
        String clean = value.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}

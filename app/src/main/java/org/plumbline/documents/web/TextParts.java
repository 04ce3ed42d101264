package org.plumbline.documents.web;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.documents.DocumentText;
import org.plumbline.documents.extract.Section;

/**
 * A long text in parts that a page can show: its pages, slides or sheets, a long one of them cut further; without
 * sections, cuts at the end of a line.
 */
final class TextParts {
    /** About ten printed pages: a part loads at once and scrolls well. */
    private static final int LONGEST = 30_000;

    private final DocumentText text;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param section index of the section it belongs to; -1 without sections
     * @param start where it begins in the text, in UTF-16 units
     */
    record Part(int section, int start, int end) {}

    TextParts(DocumentText text) {
        this.text = text;
        List<Section> sections = text.sections();
        int length = text.body().length();
        if (sections.isEmpty()) {
            cut(-1, 0, length);
        }
        for (int i = 0; i < sections.size(); i++) {
            int start = i == 0 ? 0 : Math.min(sections.get(i).start(), length);
            int end = i + 1 < sections.size() ? Math.min(sections.get(i + 1).start(), length) : length;
            cut(i, start, Math.max(start, end));
        }
    }

    private void cut(int section, int start, int end) {
        int from = start;
        while (end - from > LONGEST) {
            int line = text.body().lastIndexOf('\n', from + LONGEST);
            int to = line > from ? line + 1 : from + LONGEST;
            if (Character.isLowSurrogate(text.body().charAt(to))) {
                to--;
            }
            parts.add(new Part(section, from, to));
            from = to;
        }
        parts.add(new Part(section, from, end));
    }

    int count() {
        return parts.size();
    }

    /** The part of a 1-based number, the nearest there is. */
    Part part(int number) {
        return parts.get(Math.clamp(number, 1, parts.size()) - 1);
    }

    /** The number of the first part of the page, sheet or slide with this number; 1 where there is none. */
    int ofSection(int number) {
        for (int i = 0; i < parts.size(); i++) {
            int section = parts.get(i).section();
            if (section >= 0 && text.sections().get(section).number() == number) {
                return i + 1;
            }
        }
        return 1;
    }

    /** The number of the part that holds this place in the text. */
    int ofOffset(int offset) {
        for (int i = 0; i < parts.size(); i++) {
            if (offset < parts.get(i).end()) {
                return i + 1;
            }
        }
        return parts.size();
    }

    String body(Part part) {
        return text.body().substring(part.start(), part.end());
    }
}

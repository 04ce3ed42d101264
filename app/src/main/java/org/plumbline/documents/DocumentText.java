package org.plumbline.documents;

import java.util.List;
import org.plumbline.documents.extract.Section;

/**
 * The text of a document.
 *
 * @param body the whole text; lines end with a line feed
 * @param sections pages, sheets or slides, in the order of their starts
 */
public record DocumentText(String body, List<Section> sections) {
    public DocumentText {
        sections = List.copyOf(sections);
    }
}

package org.plumbline.documents;

import java.util.List;
import java.util.Optional;

/**
 * A page of a document as a picture, drawn for whoever looks at it and kept nowhere.
 *
 * @param page the page that was asked for, from 1
 * @param pages how many there are; 0 where that could not be told
 * @param picture the picture as a {@code data:} address
 * @param why there is no picture; empty where there is one
 */
public record PageImage(Document document, int page, int pages, Optional<String> picture, List<Reason> why) {
    public PageImage {
        why = List.copyOf(why);
        if (picture.isEmpty() == why.isEmpty()) {
            throw new IllegalArgumentException("A page has a picture, or a reason why not");
        }
    }
}

package org.plumbline.cases.web;

import java.util.List;
import org.plumbline.cases.CaseFile;

/**
 * The page of the current purpose.
 *
 * @param choices cases and the purposes their authorities give
 */
public record PurposePage(List<Choice> choices) {
    public PurposePage {
        choices = List.copyOf(choices);
    }

    /** A purpose that is taken up by entering its case. */
    public record Choice(String number, String title, String purpose, String href) {
        static Choice of(CaseFile file) {
            return new Choice(file.number(), file.title(), file.authority().purpose(), "/cases/" + file.id());
        }
    }
}

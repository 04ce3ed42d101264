package org.plumbline.custody.web;

import java.util.List;

/**
 * Fields of the form of an act that belong together, under a heading whose words are in the bundle.
 *
 * @param name as in message keys
 */
public record ActFieldGroup(String name, List<ActField> fields) {
    public ActFieldGroup {
        fields = List.copyOf(fields);
    }

    /** Message key of the heading. */
    public String heading() {
        return "custody.group." + name;
    }
}

package org.plumbline.reports.render;

/** The rule that a named part of a report is not blank. */
final class Filled {
    private Filled() {}

    static void require(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A report's " + name + " is blank; give it or leave the element out");
        }
    }
}

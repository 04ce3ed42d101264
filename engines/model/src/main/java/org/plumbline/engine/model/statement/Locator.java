package org.plumbline.engine.model.statement;

import java.net.URI;
import java.time.LocalDate;

/** Where in its source a statement stands. */
public sealed interface Locator {
    /** The source as a whole. */
    record Whole() implements Locator {}

    /** A page, counted from 1. */
    record Page(int number) implements Locator {
        public Page {
            positive(number, "page");
        }
    }

    /** A paragraph of a mail's body, counted from 1. */
    record MailParagraph(int number) implements Locator {
        public MailParagraph {
            positive(number, "paragraph");
        }
    }

    /** A row or record of a register, counted from 1 as it was delivered. */
    record RegisterRow(long number) implements Locator {
        public RegisterRow {
            positive(number, "row");
        }
    }

    /** A stretch of the extracted text, in characters (UTF-16), from 0. */
    record TextRange(int offset, int length) implements Locator {
        public TextRange {
            if (offset < 0) {
                throw new IllegalArgumentException("a text range begins at 0 or later, not at " + offset);
            }
            positive(length, "length");
        }
    }

    /** A page on the web, with the day somebody last saw it say so. */
    record Url(URI address, LocalDate checked) implements Locator {
        public Url {
            if (!address.isAbsolute()) {
                throw new IllegalArgumentException("a web locator needs an absolute address");
            }
        }
    }

    private static void positive(long number, String what) {
        if (number < 1) {
            throw new IllegalArgumentException("a locator's " + what + " is at least 1, not " + number);
        }
    }
}

package org.plumbline.reports.render;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes one XML part of a DOCX, element by element; text and attributes are escaped here and nowhere else. */
final class Wml {
    private final StringBuilder xml =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element with attributes as name, value, name, value. */
    Wml open(String name, String... attributes) {
        start(name, attributes);
        xml.append('>');
        open.push(name);
        return this;
    }

    /** Writes an element without content. */
    Wml leaf(String name, String... attributes) {
        start(name, attributes);
        xml.append("/>");
        return this;
    }

    Wml text(String text) {
        escape(text);
        return this;
    }

    Wml close() {
        xml.append("</").append(open.pop()).append('>');
        return this;
    }

    /** The finished part; every element has been closed. */
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("The element " + open.peek() + " is still open");
        }
        return xml.toString();
    }

    private void start(String name, String... attributes) {
        xml.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(letter);
            }
        }
    }
}

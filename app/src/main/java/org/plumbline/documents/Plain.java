package org.plumbline.documents;

import java.util.List;

/** Text as records can hold it: without the one character that PostgreSQL refuses. */
final class Plain {
    private Plain() {}

    static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    static String text(String text, int longest) {
        String plain = text(text);
        if (plain.length() <= longest) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(longest - 1)) ? longest - 1 : longest;
        return plain.substring(0, end);
    }

    static String[] array(List<String> texts) {
        return texts.stream().map(Plain::text).toArray(String[]::new);
    }
}

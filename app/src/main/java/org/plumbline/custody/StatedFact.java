package org.plumbline.custody;

import java.util.regex.Pattern;

/**
 * Something that a file states of itself, such as the examiner's name in the header of a forensic image. It is the
 * file's word, never ours.
 *
 * @param code what it is, in lower-case words with hyphens
 * @param value as it stands there
 */
public record StatedFact(String code, String value) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST = 2000;

    public StatedFact {
        if (!CODE.matcher(code).matches() || code.length() > 60) {
            throw new IllegalArgumentException("What a file states has no code \"" + code + "\"");
        }
        value = value.replace('\0', '\uFFFD');
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    static StatedFact ofLine(String line) {
        int space = line.indexOf(' ');
        return new StatedFact(line.substring(0, space), line.substring(space + 1));
    }

    String line() {
        return code + " " + value;
    }
}

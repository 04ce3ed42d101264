package org.plumbline.reports.render;

/**
 * How far a source and its information are trusted (the 6x6 system of NATO AJP-2.1: reliability A-F, credibility 1-6).
 *
 * @param source A (completely reliable) to F (cannot be judged)
 * @param information 1 (confirmed) to 6 (cannot be judged)
 */
public record Grade(char source, int information) {
    public Grade {
        if (source < 'A' || source > 'F' || information < 1 || information > 6) {
            throw new IllegalArgumentException("A grade is A-F and 1-6, not " + source + " and " + information);
        }
    }

    String label() {
        return source + " " + information;
    }
}

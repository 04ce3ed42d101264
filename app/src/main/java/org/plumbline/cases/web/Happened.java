package org.plumbline.cases.web;

import org.plumbline.cases.JournalEntry;
import org.plumbline.site.Texts;

/**
 * When what a journal entry tells of happened: stated times as stated, times the server's clock gave in the reader's
 * zone.
 */
public final class Happened {
    private Happened() {}

    /** The day, or the whole moment as it was stated. */
    public static String day(JournalEntry entry, Texts texts) {
        return byServer(entry)
                ? entry.happened().instant().map(texts::date).orElse("")
                : texts.moment(entry.happened());
    }

    /** The time of day where the server's clock gave it; empty for what was stated. */
    public static String time(JournalEntry entry, Texts texts) {
        return byServer(entry) ? entry.happened().instant().map(texts::time).orElse("") : "";
    }

    private static boolean byServer(JournalEntry entry) {
        return entry.happened().clockSource().equals("server")
                && entry.happened().instant().isPresent();
    }
}

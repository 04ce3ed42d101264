package org.plumbline.documents;

import java.util.Locale;

/**
 * What a list of threads is narrowed to; empty where it isn't.
 *
 * @param address of somebody who sent or received a mail of the thread, whole
 * @param subject words that stand in the subject of a mail of the thread
 */
public record MailFilter(String address, String subject) {
    public static final MailFilter NONE = new MailFilter("", "");

    public MailFilter {
        address = address.strip().toLowerCase(Locale.ROOT);
        subject = MailSubject.of(subject).key();
    }

    public boolean isNone() {
        return address.isEmpty() && subject.isEmpty();
    }
}

package org.plumbline.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A thread as a list shows it, made of what the reader may see and of nothing else.
 *
 * @param cursor what follows it in the list is listed after this
 * @param mail its earliest mail, by which it is read
 * @param subject of its earliest mail, as stated
 * @param messages how many there are; the same message in two mailboxes counts once
 * @param from when the earliest dated one was sent
 * @param to when the latest was
 * @param people who took part in its newest mails
 * @param files whether a mail of it has an attachment
 */
public record MailThread(
        UUID cursor,
        UUID mail,
        String subject,
        int messages,
        Optional<Instant> from,
        Optional<Instant> to,
        List<MailParty> people,
        boolean files) {
    public MailThread {
        people = List.copyOf(people);
    }
}

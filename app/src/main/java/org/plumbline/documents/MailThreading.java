package org.plumbline.documents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/**
 * Puts each mail into its thread, in the transaction that files its document. A thread is a connected part of a graph:
 * mails and the identifiers they state are joined, so a mail that is missing still joins those that name it, and the
 * order of arrival doesn't matter (after J. Zawinski, Message threading, 1997; RFC 5256). The smaller part takes the
 * name of the larger, so no mail changes its thread more often than the logarithm of their number.
 */
@Component
class MailThreading {
    /** How long a conversation is taken to rest before the same subject is another one; docs/design/mail.md. */
    static final int DAYS = 30;

    private final MailTable table;

    MailThreading(MailTable table) {
        this.table = table;
    }

    /** Does nothing where the document is no mail; again for the same mail, it changes nothing. */
    void place(Document document, String body, int attachments) {
        document.facts().mail().ifPresent(mail -> place(document, MailFacts.of(mail, body), attachments));
    }

    private void place(Document document, MailFacts mail, int attachments) {
        Stamp stamp = document.stamp();
        table.lock(stamp.label());
        Optional<UUID> before = table.threadOf(document.id());
        List<String> tokens = mail.tokens();
        UUID thread = one(stamp, around(stamp.label(), mail, tokens, before));
        table.link(stamp, tokens, thread);
        table.write(document.id(), stamp, mail, attachments, thread);
        table.count(thread, mail.sent(), before.isPresent() ? 0 : 1);
    }

    private Set<UUID> around(LabelId label, MailFacts mail, List<String> tokens, Optional<UUID> before) {
        var threads = new LinkedHashSet<UUID>(table.threads(label, tokens));
        if (mail.bySubject()) {
            threads.addAll(table.bySubject(label, mail, DAYS));
        }
        before.ifPresent(threads::add);
        return threads;
    }

    private UUID one(Stamp stamp, Set<UUID> threads) {
        if (threads.isEmpty()) {
            return table.open(stamp);
        }
        List<MailTable.Size> sizes = table.sizes(threads);
        UUID largest = sizes.getFirst().thread();
        sizes.stream().skip(1).forEach(smaller -> table.join(smaller.thread(), largest));
        return largest;
    }
}

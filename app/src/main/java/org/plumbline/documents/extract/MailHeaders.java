package org.plumbline.documents.extract;

import java.util.List;

/**
 * The headers of a mail, decoded, as the mail states them (RFC 5322, section 3.6).
 *
 * @param date as stated, ISO 8601 where it could be read; an empty string when absent
 * @param messageId with its angle brackets; an empty string when absent
 * @param references the identifiers of earlier mails in the thread, oldest first
 */
public record MailHeaders(
        List<String> from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String date,
        String messageId,
        String inReplyTo,
        List<String> references) {
    public MailHeaders {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        references = List.copyOf(references);
    }
}

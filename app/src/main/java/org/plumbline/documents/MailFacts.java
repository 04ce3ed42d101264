package org.plumbline.documents;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.kernel.Digest;

/**
 * What threads and copies of a mail are found by.
 *
 * @param messageId absent where the mail gives itself none
 * @param parents earlier mails that it names, each once
 * @param sent absent where the mail says no day and time with its offset
 * @param digest of the message whatever way it came; the same in two mailboxes
 */
record MailFacts(
        Optional<String> messageId,
        List<String> parents,
        MailSubject subject,
        Optional<Instant> sent,
        List<MailParty> parties,
        Digest digest) {
    MailFacts {
        parents = List.copyOf(parents);
        parties = List.copyOf(parties);
    }

    static MailFacts of(MailHeaders mail, String body) {
        Optional<String> id = MessageIds.of(mail.messageId());
        MailSubject subject = MailSubject.of(mail.subject());
        Optional<Instant> sent = sent(mail.date());
        List<MailParty> parties = MailParty.of(mail);
        return new MailFacts(
                id, MessageIds.parents(mail), subject, sent, parties, digest(mail, id, subject, sent, parties, body));
    }

    /** Whether it names no earlier mail, so that its subject may say where it belongs. */
    boolean bySubject() {
        return parents.isEmpty() && sent.isPresent() && !subject.key().isEmpty();
    }

    /** What mails with the same subject are kept under. */
    String bucket() {
        return Digest.of(subject.key().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
    }

    /** What joins it to others for certain: its own identifier, those it names, and being the same message. */
    List<String> tokens() {
        return java.util.stream.Stream.of(
                        messageId.stream(), parents.stream(), java.util.stream.Stream.of("digest:" + digest.hex()))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Transport headers differ between two mailboxes; identifier, sender, date and words don't. */
    private static Digest digest(
            MailHeaders mail,
            Optional<String> id,
            MailSubject subject,
            Optional<Instant> sent,
            List<MailParty> parties,
            String body) {
        String from = parties.stream()
                .filter(p -> p.role() == MailParty.Role.FROM)
                .map(MailParty::address)
                .sorted()
                .collect(Collectors.joining(","));
        String date = sent.map(Instant::toString).orElse(mail.date().strip());
        String what = id.map(i -> "id\n" + i).orElse("subject\n" + subject.key());
        return Digest.of((what + "\n" + from + "\n" + date + "\n" + words(body)).getBytes(StandardCharsets.UTF_8));
    }

    /** The words of a body: a mailbox may have wrapped lines, or put a sign before a line that begins with From. */
    private static String words(String body) {
        String plain = body.replaceAll("(?m)^>+(?=From )", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
    }

    private static Optional<Instant> sent(String stated) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(stated);
            int year = at.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            // Records keep years with four digits; a date outside them is a fault of a clock.
            return Optional.of(at.toInstant().truncatedTo(ChronoUnit.SECONDS)).filter(i -> year > 1 && year < 9999);
        } catch (DateTimeException e) {
            // In no known form: the mail keeps its own words for it, and no place in time.
            return Optional.empty();
        }
    }
}

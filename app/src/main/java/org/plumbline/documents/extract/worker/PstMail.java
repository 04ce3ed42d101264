package org.plumbline.documents.extract.worker;

import com.pff.PSTAppointment;
import com.pff.PSTAttachment;
import com.pff.PSTContact;
import com.pff.PSTException;
import com.pff.PSTMessage;
import com.pff.PSTRecipient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an item of an Outlook data file as a MIME message, so that it is read, shown and hashed like any mail. */
final class PstMail {
    private static final String BOUNDARY = "=_plumbline_item";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();
    private static final int DEEPEST = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PstMail() {}

    static byte[] of(PSTMessage message) throws PSTException, IOException {
        return write(message, 0);
    }

    private static byte[] write(PSTMessage message, int depth) throws PSTException, IOException {
        PstMail mail = new PstMail();
        mail.headers(message);
        mail.bodies(message);
        for (int i = 0; i < message.getNumberOfAttachments() && depth < DEEPEST; i++) {
            mail.attachment(message.getAttachment(i), depth);
        }
        mail.put("--" + BOUNDARY + "--\r\n");
        return mail.out.toByteArray();
    }

    private void headers(PSTMessage message) throws PSTException, IOException {
        header("From", person(message.getSenderName(), message.getSenderEmailAddress()));
        header("To", recipients(message, PSTMessage.RECIPIENT_TYPE_TO, message.getDisplayTo()));
        header("Cc", recipients(message, PSTMessage.RECIPIENT_TYPE_CC, message.getDisplayCC()));
        header("Bcc", message.getDisplayBCC());
        header("Subject", message.getSubject());
        java.util.Date sent = message.getClientSubmitTime();
        if (sent != null) {
            header(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.toInstant().atOffset(ZoneOffset.UTC)));
        }
        header("Message-ID", message.getInternetMessageId());
        header("In-Reply-To", message.getInReplyToId());
        header("X-Outlook-Class", message.getMessageClass());
        put("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n");
    }

    private void bodies(PSTMessage message) throws PSTException, IOException {
        String plain = Stream.of(message.getBody(), properties(message))
                .filter(s -> s != null && !s.isBlank())
                .collect(Collectors.joining("\n\n"));
        String html = message.getBodyHTML();
        boolean marked = html != null && !html.isBlank();
        if (!plain.isBlank() || !marked) {
            text("text/plain", plain);
        }
        if (marked) {
            text("text/html", html);
        }
        String rtf = plain.isBlank() && !marked ? message.getRTFBody() : null;
        if (rtf != null && !rtf.isBlank()) {
            part("application/rtf", "body.rtf", rtf.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** What contacts and appointments hold in fields of their own. */
    private static String properties(PSTMessage message) {
        List<@Nullable String> values = new ArrayList<>();
        if (message instanceof PSTContact contact) {
            values.addAll(java.util.Arrays.asList(
                    contact.getDisplayName(),
                    contact.getGivenName(),
                    contact.getSurname(),
                    contact.getCompanyName(),
                    contact.getTitle(),
                    contact.getEmail1EmailAddress(),
                    contact.getEmail2EmailAddress(),
                    contact.getEmail3EmailAddress(),
                    contact.getBusinessTelephoneNumber(),
                    contact.getHomeTelephoneNumber(),
                    contact.getMobileTelephoneNumber(),
                    contact.getWorkAddress(),
                    contact.getHomeAddress(),
                    contact.getBusinessHomePage(),
                    contact.getOtherAddress()));
        }
        if (message instanceof PSTAppointment appointment) {
            values.addAll(java.util.Arrays.asList(
                    appointment.getLocation(),
                    String.valueOf(appointment.getStartTime()),
                    String.valueOf(appointment.getEndTime()),
                    appointment.getAllAttendees()));
        }
        return values.stream()
                .filter(s -> s != null && !s.isBlank() && !s.equals("null"))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String recipients(PSTMessage message, int type, String shown) throws PSTException, IOException {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < message.getNumberOfRecipients(); i++) {
            PSTRecipient recipient = message.getRecipient(i);
            if (recipient.getRecipientType() == type) {
                people.add(person(recipient.getDisplayName(), recipient.getSmtpAddress()));
            }
        }
        return people.isEmpty() ? shown : String.join(", ", people);
    }

    private static String person(String name, String address) {
        String quoted = "\"" + name.replace("\"", "'") + "\"";
        return address.isBlank() ? quoted : quoted + " <" + address + ">";
    }

    private void attachment(PSTAttachment attachment, int depth) throws PSTException, IOException {
        PSTMessage embedded = attachment.getEmbeddedPSTMessage();
        if (embedded != null) {
            part("message/rfc822", Names.bounded(embedded.getSubject()) + ".eml", write(embedded, depth + 1));
            return;
        }
        String name = attachment.getLongFilename().isBlank() ? attachment.getFilename() : attachment.getLongFilename();
        String type = attachment.getMimeTag().isBlank() ? "application/octet-stream" : attachment.getMimeTag();
        try (java.io.InputStream in = attachment.getFileInputStream()) {
            part(type, name.isBlank() ? "attachment" : name, in.readAllBytes());
        }
    }

    private void header(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            put(name + ": " + value.replaceAll("[\\r\\n]+", " ").strip() + "\r\n");
        }
    }

    private void text(String type, String text) {
        put("--" + BOUNDARY + "\r\nContent-Type: " + type
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        put(LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\r\n");
    }

    private void part(String type, String name, byte[] bytes) {
        put("--" + BOUNDARY + "\r\nContent-Type: " + type.replaceAll("[\\r\\n;]", "")
                + "\r\nContent-Disposition: attachment; filename=\"" + name.replaceAll("[\"\\\\\\r\\n]", "'")
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        put(LINES.encodeToString(bytes) + "\r\n");
    }

    private void put(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

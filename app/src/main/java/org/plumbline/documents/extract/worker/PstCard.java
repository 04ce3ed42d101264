package org.plumbline.documents.extract.worker;

import com.pff.PSTAppointment;
import com.pff.PSTAttachment;
import com.pff.PSTContact;
import com.pff.PSTDistList;
import com.pff.PSTException;
import com.pff.PSTMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Writes a contact of an Outlook data file as a card (vCard 3.0, RFC 2426) and an appointment as a calendar (iCalendar,
 * RFC 5545), so that neither is taken for a mail somebody sent.
 */
final class PstCard {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Characters of a line before it is folded; RFC 5545, section 3.1, has 75 bytes, and this many are fewer. */
    private static final int LINE = 24;

    private static final int DEEPEST = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int depth;

    private PstCard(int depth) {
        this.depth = depth;
    }

    /** What such an item is written as. */
    enum Kind {
        CONTACT(".vcf", "text/vcard"),
        APPOINTMENT(".ics", "text/calendar");

        private final String ending;
        private final String type;

        Kind(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        String ending() {
            return ending;
        }

        String type() {
            return type;
        }
    }

    /** Null for what is a mail; an invitation is one, since somebody sent it. */
    static @Nullable Kind kind(PSTMessage item) throws PSTException, IOException {
        boolean contact = item instanceof PSTContact || item instanceof PSTDistList;
        boolean appointment =
                item instanceof PSTAppointment && !item.getMessageClass().startsWith("IPM.Schedule.");
        if ((!contact && !appointment) || !fits(item)) {
            return null;
        }
        return contact ? Kind.CONTACT : Kind.APPOINTMENT;
    }

    /** Whether the attachments can stand in properties: an item whose can't is written as a mail, which loses none. */
    private static boolean fits(PSTMessage item) throws PSTException, IOException {
        for (int i = 0; i < item.getNumberOfAttachments(); i++) {
            // Base64 takes four bytes for three.
            if (item.getAttachment(i).getAttachSize() > CardReader.LONGEST_PROPERTY / 2) {
                return false;
            }
        }
        return true;
    }

    static byte[] of(PSTMessage item) throws PSTException, IOException {
        return of(item, 0);
    }

    private static byte[] of(PSTMessage item, int depth) throws PSTException, IOException {
        PstCard card = new PstCard(depth);
        if (item instanceof PSTContact contact) {
            card.contact(contact);
        } else if (item instanceof PSTDistList list) {
            card.list(list);
        } else if (item instanceof PSTAppointment appointment) {
            card.appointment(appointment);
        }
        return card.out.toByteArray();
    }

    private void contact(PSTContact contact) throws PSTException, IOException {
        line("BEGIN:VCARD");
        line("VERSION:3.0");
        String shown = contact.getDisplayName();
        put("FN", shown.isBlank() ? contact.getSubject() : shown);
        parts(
                "N",
                contact.getSurname(),
                contact.getGivenName(),
                contact.getMiddleName(),
                contact.getDisplayNamePrefix(),
                contact.getGeneration());
        put("NICKNAME", contact.getNickname());
        parts("ORG", contact.getCompanyName(), contact.getDepartmentName());
        put("TITLE", contact.getTitle());
        put("ROLE", contact.getProfession());
        addresses(contact);
        phones(contact);
        put("URL;TYPE=work", contact.getBusinessHomePage());
        put("URL;TYPE=home", contact.getPersonalHomePage());
        put("IMPP", contact.getInstantMessagingAddress());
        time("BDAY", contact.getBirthday());
        time("X-ANNIVERSARY", contact.getAnniversary());
        put("X-SPOUSE", contact.getSpouseName());
        put("X-CHILDREN", contact.getChildrensNames());
        put("X-ASSISTANT", contact.getAssistant());
        put("X-MANAGER", contact.getManagerName());
        put("X-CUSTOMER-ID", contact.getCustomerId());
        put("X-GOVERNMENT-ID", contact.getGovernmentIdNumber());
        time("REV", contact.getLastModificationTime());
        shared(contact, "NOTE");
        line("END:VCARD");
    }

    /** A list of people that Outlook sends to under one name. */
    private void list(PSTDistList list) throws PSTException, IOException {
        line("BEGIN:VCARD");
        line("VERSION:3.0");
        put("FN", list.getSubject());
        line("X-KIND:group");
        for (Object member : list.getDistributionListMembers()) {
            switch (member) {
                case PSTContact contact ->
                    put("X-MEMBER", contact.getSubject() + " " + contact.getEmail1EmailAddress());
                case PSTDistList.OneOffEntry entry ->
                    put("X-MEMBER", entry.getDisplayName() + " " + entry.getEmailAddress());
                case null, default -> put("X-MEMBER", String.valueOf(member));
            }
        }
        shared(list, "NOTE");
        line("END:VCARD");
    }

    private void addresses(PSTContact contact) {
        mail(contact.getEmail1DisplayName(), contact.getEmail1EmailAddress());
        mail(contact.getEmail2DisplayName(), contact.getEmail2EmailAddress());
        mail(contact.getEmail3DisplayName(), contact.getEmail3EmailAddress());
        put("LABEL;TYPE=work", contact.getWorkAddress());
        put("LABEL;TYPE=home", contact.getHomeAddress());
        put("LABEL", contact.getOtherAddress());
    }

    private void mail(String shown, String address) {
        put("EMAIL", address);
        if (!shown.contains(address)) {
            put("X-EMAIL-SHOWN-AS", shown);
        }
    }

    private void phones(PSTContact contact) {
        put("TEL;TYPE=pref", contact.getPrimaryTelephoneNumber());
        put("TEL;TYPE=work", contact.getBusinessTelephoneNumber());
        put("TEL;TYPE=work", contact.getBusiness2TelephoneNumber());
        put("TEL;TYPE=work", contact.getCompanyMainPhoneNumber());
        put("TEL;TYPE=home", contact.getHomeTelephoneNumber());
        put("TEL;TYPE=home", contact.getHome2TelephoneNumber());
        put("TEL;TYPE=cell", contact.getMobileTelephoneNumber());
        put("TEL;TYPE=car", contact.getCarTelephoneNumber());
        put("TEL;TYPE=pager", contact.getPagerTelephoneNumber());
        put("TEL;TYPE=voice", contact.getOtherTelephoneNumber());
        put("TEL;TYPE=voice", contact.getCallbackTelephoneNumber());
        put("TEL;TYPE=voice", contact.getRadioTelephoneNumber());
        put("X-ASSISTANT-TEL", contact.getAssistantTelephoneNumber());
        put("TEL;TYPE=fax", contact.getPrimaryFaxNumber());
        put("TEL;TYPE=\"work,fax\"", contact.getBusinessFaxNumber());
        put("TEL;TYPE=\"home,fax\"", contact.getHomeFaxNumber());
    }

    private void appointment(PSTAppointment appointment) throws PSTException, IOException {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Plumbline//Outlook data file//EN");
        line("BEGIN:VEVENT");
        put("SUMMARY", appointment.getSubject());
        time("DTSTART", appointment.getStartTime());
        time("DTEND", appointment.getEndTime());
        put("LOCATION", appointment.getLocation());
        put(
                "ORGANIZER;CN=\"" + appointment.getSenderName().replaceAll("[\"\\p{Cntrl}]", "'") + "\"",
                appointment.getSenderEmailAddress());
        put("X-ATTENDEES", appointment.getAllAttendees());
        put("X-RECURS", appointment.getRecurrencePattern());
        time("CREATED", appointment.getCreationTime());
        time("LAST-MODIFIED", appointment.getLastModificationTime());
        shared(appointment, "DESCRIPTION");
        line("END:VEVENT");
        line("END:VCALENDAR");
    }

    /** What every item has: its text, what Outlook calls it, and what is attached. */
    private void shared(PSTMessage item, String text) throws PSTException, IOException {
        String plain = item.getBody();
        String html = item.getBodyHTML();
        boolean marked = html != null && !html.isBlank();
        String rtf = plain.isBlank() && !marked ? item.getRTFBody() : null;
        put(text, plain);
        put("X-OUTLOOK-CLASS", item.getMessageClass());
        if (marked) {
            attach("body.html", html.getBytes(StandardCharsets.UTF_8));
        }
        if (rtf != null && !rtf.isBlank()) {
            attach("body.rtf", rtf.getBytes(StandardCharsets.ISO_8859_1));
        }
        for (int i = 0; i < item.getNumberOfAttachments(); i++) {
            attachment(item.getAttachment(i), item.getSubject());
        }
    }

    private void attachment(PSTAttachment attachment, String subject) throws PSTException, IOException {
        PSTMessage embedded = attachment.getEmbeddedPSTMessage();
        if (embedded != null && depth < DEEPEST) {
            // One day of a series that differs from the others is such an item.
            Kind kind = kind(embedded);
            String own = embedded.getSubject();
            String name = Names.bounded(own.isBlank() ? subject : own) + (kind == null ? ".eml" : kind.ending());
            attach(name, kind == null ? PstMail.of(embedded) : of(embedded, depth + 1));
            return;
        }
        String name = attachment.getLongFilename();
        try (InputStream in = attachment.getFileInputStream()) {
            attach(name.isBlank() ? attachment.getFilename() : name, in.readAllBytes());
        }
    }

    private void attach(String name, byte[] bytes) {
        String quoted = name.replaceAll("[\"\\p{Cntrl}]", "'");
        line("ATTACH;FILENAME=\"" + quoted + "\";ENCODING=BASE64;VALUE=BINARY:"
                + Base64.getEncoder().encodeToString(bytes));
    }

    private void parts(String name, String... values) {
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            all.append(all.isEmpty() ? "" : ";").append(escaped(value));
        }
        if (!all.chars().allMatch(c -> c == ';')) {
            line(name + ":" + all);
        }
    }

    /** In UTC, days too: Outlook keeps those as midnight where its machine stood, and the hours say which is meant. */
    private void time(String name, @Nullable Date time) {
        if (time != null) {
            line(name + ":" + STAMP.format(time.toInstant()));
        }
    }

    private void put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line(name + ":" + escaped(value.strip()));
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n");
    }

    private void line(String line) {
        int at = 0;
        while (at < line.length()) {
            int end = Math.min(at + LINE, line.length());
            // A pair of surrogates is one character, and is not parted.
            end -= end < line.length() && Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
            out.writeBytes(((at == 0 ? "" : " ") + line.substring(at, end) + "\r\n").getBytes(StandardCharsets.UTF_8));
            at = end;
        }
    }
}

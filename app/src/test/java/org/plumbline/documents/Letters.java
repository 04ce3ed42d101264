package org.plumbline.documents;

import java.util.ArrayList;
import java.util.List;

/** Invented mails of the case Harbour, as files. */
final class Letters {
    private final List<String> headers = new ArrayList<>();
    private String body = "The dredging of berth seven is paid by the metre.";

    private Letters() {}

    /**
     * @param id without brackets; empty for none
     * @param date as RFC 5322 has it
     */
    static Letters mail(String id, String from, String to, String subject, String date) {
        var letter = new Letters();
        letter.with("From", from).with("To", to).with("Subject", subject).with("Date", date);
        return id.isEmpty() ? letter : letter.with("Message-ID", "<" + id + ">");
    }

    Letters with(String header, String value) {
        headers.add(header + ": " + value);
        return this;
    }

    Letters saying(String words) {
        body = words;
        return this;
    }

    /** As the other mailbox has it: another way through the net, the same mail. */
    Letters received(String by) {
        headers.addFirst("Received: from quay.example by " + by + "; Fri, 02 May 2031 10:00:00 +0200");
        return this;
    }

    String text() {
        return String.join("\n", headers) + "\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n";
    }

    @Override
    public String toString() {
        return text();
    }
}

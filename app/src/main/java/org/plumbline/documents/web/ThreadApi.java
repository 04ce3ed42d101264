package org.plumbline.documents.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.documents.Item;
import org.plumbline.documents.MailFilter;
import org.plumbline.documents.MailThread;
import org.plumbline.documents.Mails;
import org.plumbline.documents.ThreadMessage;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mail as conversations, over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/mail")
class ThreadApi {
    private static final int MOST = 200;
    private static final int MOST_MESSAGES = 40;

    private final Mails mails;

    ThreadApi(Mails mails) {
        this.mails = mails;
    }

    /** Somebody who took part; name empty where only an address is stated. */
    record Party(String address, String name) {}

    /**
     * A thread.
     *
     * @param mail its earliest mail: the thread is read by any of its mails
     * @param participants of its newest mails
     */
    record Line(
            UUID mail,
            String subject,
            int messages,
            Optional<Instant> from,
            Optional<Instant> to,
            List<Party> participants,
            boolean attachments) {
        static Line of(MailThread thread) {
            return new Line(
                    thread.mail(),
                    thread.subject(),
                    thread.messages(),
                    thread.from(),
                    thread.to(),
                    thread.people().stream()
                            .map(p -> new Party(p.address(), p.name()))
                            .toList(),
                    thread.files());
        }
    }

    /** Some threads, and the cursor of the rest; no cursor on the last page. */
    record Lines(List<Line> items, Optional<UUID> next) {}

    /** A file of the ledger, where an attachment or a copy lies. */
    record Place(
            UUID item,
            String reference,
            String name,
            String path,
            UUID exhibit,
            Optional<UUID> document,
            String state,
            Optional<String> sha256) {
        static Place of(Item item) {
            return new Place(
                    item.id(),
                    item.reference(),
                    item.name(),
                    item.path(),
                    item.exhibit(),
                    item.document(),
                    item.state().code(),
                    item.digest().map(Digest::hex));
        }
    }

    /**
     * A message.
     *
     * @param depth how many messages it answers, one after the other
     * @param text the first 20,000 characters; the document has all
     */
    record Message(
            UUID document,
            int depth,
            MailHeaders mail,
            Place place,
            String text,
            boolean cut,
            List<Place> attachments,
            List<Place> copies) {
        static Message of(ThreadMessage message) {
            return new Message(
                    message.document().id(),
                    message.depth(),
                    ThreadPage.headers(message),
                    Place.of(message.document().item()),
                    message.body(),
                    message.cut(),
                    message.attachments().stream().map(Place::of).toList(),
                    message.copies().stream().map(Place::of).toList());
        }
    }

    /**
     * Messages of a thread.
     *
     * @param total how many there are in all
     * @param isCut whether the thread is longer than what is shown of one
     * @param next what to go on after; absent at the end
     */
    record Messages(String subject, int total, boolean isCut, List<Message> items, Optional<UUID> next) {}

    @GetMapping
    Lines list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<MailThread> found = mails.list(new CaseId(caseId), new MailFilter(address, subject), before, size + 1);
        List<MailThread> shown = found.subList(0, Math.min(size, found.size()));
        return new Lines(
                shown.stream().map(Line::of).toList(),
                found.size() > size ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    @GetMapping("/{mailId}")
    Messages thread(
            @PathVariable UUID caseId,
            @PathVariable UUID mailId,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "25") int limit) {
        Mails.Reading reading = mails.read(new CaseId(caseId), mailId, after, Math.clamp(limit, 1, MOST_MESSAGES));
        List<Message> shown = reading.messages().stream().map(Message::of).toList();
        return new Messages(
                reading.subject(),
                reading.total(),
                reading.isCut(),
                shown,
                reading.more() ? Optional.of(shown.getLast().document()) : Optional.empty());
    }
}

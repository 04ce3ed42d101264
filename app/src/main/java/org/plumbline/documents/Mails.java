package org.plumbline.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Shows the mails of a case as conversations. Threads are made of the mails that the reader may see: one in a
 * compartment neither joins nor counts for anybody outside it.
 */
@Service
@Application
public class Mails {
    private static final Action LIST = new Action("documents.list-threads", Right.READ);
    private static final Action READ = new Action("documents.read-thread", Right.READ);

    /** A thread longer than this is shown up to here, and says so. */
    private static final int LONGEST = 5000;

    private static final int MOST_COPIES = 20;
    private static final int MOST_ATTACHMENTS = 100;

    /** About seven printed pages; the document itself has the whole text. */
    private static final int LONGEST_BODY = 20_000;

    private final Acts acts;
    private final ThreadTable table;
    private final DocumentTable documents;
    private final ItemTable items;

    Mails(Acts acts, ThreadTable table, DocumentTable documents, ItemTable items) {
        this.acts = acts;
        this.table = table;
        this.documents = documents;
        this.items = items;
    }

    /**
     * Some messages of a thread.
     *
     * @param subject of its earliest mail
     * @param total how many messages there are, each counted once
     * @param before how many stand before these
     * @param more whether others follow
     * @param isCut whether the thread is longer than what is shown of one
     */
    public record Reading(
            String subject, int total, int before, List<ThreadMessage> messages, boolean more, boolean isCut) {
        public Reading {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Where a mail stands.
     *
     * @param messages how many its thread has
     * @param copies where else the same message lies; at most 20
     */
    public record Standing(int messages, List<Item> copies) {
        public Standing {
            copies = List.copyOf(copies);
        }
    }

    /** Threads of a case, newest first, after the cursor. */
    public List<MailThread> list(CaseId caseId, MailFilter filter, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            Map<UUID, List<UUID>> found = threads(caseId, filter, before, limit);
            var sums = table.sums(found);
            var people = table.people(found);
            List<MailThread> lines = found.keySet().stream()
                    .flatMap(id -> Optional.ofNullable(sums.get(id)).stream()
                            .map(sum -> line(id, sum, people.getOrDefault(id, List.of()))))
                    .toList();
            Ref[] refs = documents.all(lines.stream().map(MailThread::mail).toList()).stream()
                    .map(Document::ref)
                    .toArray(Ref[]::new);
            return Noted.of(lines, refs);
        });
    }

    /**
     * The thread that a mail is in, in the order of its answers.
     *
     * @param mail any mail of it
     * @param after the mail after which to go on; absent for the beginning
     */
    public Reading read(CaseId caseId, UUID mail, Optional<UUID> after, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<ThreadTable.Bone> bones = table.bones(parts(caseId, mail), LONGEST + 1);
            boolean cut = bones.size() > LONGEST;
            List<ThreadOrder.Placed> order = ThreadOrder.of(cut ? bones.subList(0, LONGEST) : bones);
            int from = after.map(id -> after(order, id)).orElse(0);
            List<ThreadOrder.Placed> shown = order.subList(from, Math.min(order.size(), from + limit));
            List<ThreadMessage> messages = messages(shown);
            String subject = documents
                    .find(caseId, bones.getFirst().document())
                    .map(d -> d.facts().title())
                    .orElse("");
            var reading = new Reading(subject, order.size(), from, messages, from + shown.size() < order.size(), cut);
            return Noted.of(
                    reading, messages.stream().map(m -> m.document().ref()).toList());
        });
    }

    /** Where a mail stands; absent for a document that is no mail. */
    public Optional<Standing> standing(CaseId caseId, UUID document) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Document of = documents.find(caseId, document).orElseThrow(Refusal.absent()::asException);
            Optional<Standing> standing = table.partOf(caseId, document).map(part -> {
                Map<UUID, List<UUID>> thread = together(caseId, List.of(part));
                List<Document> others = documents.all(table.copies(caseId, document, MOST_COPIES));
                int messages = Optional.ofNullable(table.sums(thread).get(part))
                        .map(ThreadTable.Sum::messages)
                        .orElse(1);
                return new Standing(messages, places(of, others));
            });
            return Noted.of(standing, of.ref());
        });
    }

    /** Threads by the part they are listed at, each with all its parts; one is listed where its newest part is. */
    private Map<UUID, List<UUID>> threads(CaseId caseId, MailFilter filter, Optional<UUID> before, int limit) {
        var found = new java.util.LinkedHashMap<UUID, List<UUID>>();
        Optional<UUID> cursor = before;
        while (found.size() < limit) {
            List<ThreadTable.Part> parts = table.parts(caseId, filter, cursor, limit);
            Map<UUID, List<UUID>> together =
                    together(caseId, parts.stream().map(ThreadTable.Part::id).toList());
            Map<UUID, UUID> newest = newest(caseId, filter, together);
            parts.stream()
                    .map(ThreadTable.Part::id)
                    .filter(id -> id.equals(newest.get(id)) && found.size() < limit)
                    .forEach(id -> found.put(id, together.getOrDefault(id, List.of(id))));
            if (parts.size() < limit) {
                break;
            }
            cursor = Optional.of(parts.getLast().id());
        }
        return found;
    }

    private Map<UUID, UUID> newest(CaseId caseId, MailFilter filter, Map<UUID, List<UUID>> together) {
        var newest = new HashMap<UUID, UUID>();
        var joined = together.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .toList();
        together.keySet().forEach(id -> newest.put(id, id));
        if (!joined.isEmpty()) {
            var ids = joined.stream()
                    .flatMap(e -> e.getValue().stream())
                    .distinct()
                    .toList();
            List<UUID> order = table.parts(caseId, filter, ids).stream()
                    .map(ThreadTable.Part::id)
                    .toList();
            joined.forEach(e -> order.stream()
                    .filter(e.getValue()::contains)
                    .findFirst()
                    .ifPresent(first -> newest.put(e.getKey(), first)));
        }
        return newest;
    }

    private Map<UUID, List<UUID>> together(CaseId caseId, List<UUID> parts) {
        if (parts.isEmpty() || table.manyLabels(caseId)) {
            return table.together(caseId, parts);
        }
        return parts.stream().collect(Collectors.toMap(Function.identity(), List::of));
    }

    private List<UUID> parts(CaseId caseId, UUID mail) {
        UUID part = table.partOf(caseId, mail).orElseThrow(Refusal.absent()::asException);
        return together(caseId, List.of(part)).getOrDefault(part, List.of(part));
    }

    private static int after(List<ThreadOrder.Placed> order, UUID mail) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).document().equals(mail)) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<ThreadMessage> messages(List<ThreadOrder.Placed> shown) {
        Map<UUID, Document> found = documents
                .all(shown.stream()
                        .flatMap(p -> Stream.concat(
                                Stream.of(p.document()), p.copies().stream().limit(MOST_COPIES)))
                        .toList())
                .stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
        Map<UUID, String> texts =
                table.texts(shown.stream().map(ThreadOrder.Placed::document).toList(), LONGEST_BODY + 1);
        var messages = new ArrayList<ThreadMessage>();
        for (ThreadOrder.Placed placed : shown) {
            Document document =
                    Optional.ofNullable(found.get(placed.document())).orElseThrow();
            String body = texts.getOrDefault(document.id(), "");
            messages.add(new ThreadMessage(
                    document,
                    placed.depth(),
                    Plain.text(body, LONGEST_BODY),
                    body.length() > LONGEST_BODY,
                    items.children(document.item().id(), MOST_ATTACHMENTS),
                    places(
                            document,
                            placed.copies().stream()
                                    .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                                    .toList())));
        }
        return messages;
    }

    /** Where a message lies besides: files of other mailboxes, and files with the same bytes as one of them. */
    private List<Item> places(Document document, Collection<Document> others) {
        var own = Stream.concat(Stream.of(document), others.stream())
                .map(d -> d.item().id())
                .toList();
        return Stream.concat(others.stream().map(Document::item), items.duplicates(own, MOST_COPIES).stream())
                .limit(MOST_COPIES)
                .toList();
    }

    private static MailThread line(UUID cursor, ThreadTable.Sum sum, List<MailParty> people) {
        return new MailThread(
                cursor, sum.first(), sum.subject(), sum.messages(), sum.from(), sum.to(), people, sum.files());
    }
}

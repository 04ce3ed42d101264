package org.plumbline.documents.web;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.MailParty;
import org.plumbline.documents.MailThread;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/**
 * The mail of a case as threads.
 *
 * @param filter what the list is narrowed to, as a form
 * @param narrowed whether it is
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record MailPage(
        CaseHeader header, List<MailThread> threads, Form filter, boolean narrowed, String first, String next) {
    private static final int SHOWN = 4;

    public MailPage {
        threads = List.copyOf(threads);
    }

    public String href() {
        return header.href() + "/mail";
    }

    public String href(MailThread thread) {
        return href() + "/" + thread.mail();
    }

    /** Some of those who took part, by name. */
    public static String people(MailThread thread) {
        return thread.people().stream().limit(SHOWN).map(MailParty::shown).collect(Collectors.joining(", "));
    }

    /** Whether more took part than are named. */
    public static boolean others(MailThread thread) {
        return thread.people().size() > SHOWN;
    }

    /** From the first day to the last, or the one day. */
    public static String period(MailThread thread, Texts texts) {
        if (thread.from().isEmpty() || thread.to().isEmpty()) {
            return texts.unknown();
        }
        String from = texts.date(thread.from().get());
        String to = texts.date(thread.to().get());
        return from.equals(to) ? from : texts.say("documents.threads.period", "from", from, "to", to);
    }
}

package org.plumbline.documents.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Item;
import org.plumbline.documents.Mails;
import org.plumbline.documents.ThreadMessage;
import org.plumbline.documents.extract.MailHeaders;

/**
 * The messages of a thread, in the order of its answers.
 *
 * @param first address of the beginning; empty when this is it
 * @param next address of what follows; empty when there is nothing
 */
public record ThreadPage(CaseHeader header, Mails.Reading reading, String first, String next) {
    private static final int DEEPEST = 6;

    public String mail() {
        return header.href() + "/mail";
    }

    public String href(ThreadMessage message) {
        return header.href() + "/documents/" + message.document().id();
    }

    public String href(Item item) {
        return Words.href(header.href(), item);
    }

    public String exhibit(Item item) {
        return header.href() + "/exhibits/" + item.exhibit();
    }

    public static MailHeaders headers(ThreadMessage message) {
        return message.document().facts().mail().orElseThrow();
    }

    /** The step it is drawn at; deep conversations stop moving in. */
    public static String depth(ThreadMessage message) {
        return "" + Math.min(message.depth(), DEEPEST);
    }

    /** Its own words and those it quotes. */
    public static List<Quotes.Piece> pieces(ThreadMessage message) {
        return Quotes.of(message.body());
    }

    /** Names under which parts of the page are found; unique on it. */
    public static String id(ThreadMessage message) {
        return "m-" + message.document().id();
    }
}

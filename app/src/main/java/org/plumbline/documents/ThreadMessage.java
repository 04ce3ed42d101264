package org.plumbline.documents;

import java.util.List;

/**
 * A message of a thread.
 *
 * @param depth how many messages of the thread it answers, one after the other
 * @param body the first of its text
 * @param cut whether there is more of it
 * @param attachments what was found inside, in its order; at most 100
 * @param copies where else the same message lies; at most 20
 */
public record ThreadMessage(
        Document document, int depth, String body, boolean cut, List<Item> attachments, List<Item> copies) {
    public ThreadMessage {
        attachments = List.copyOf(attachments);
        copies = List.copyOf(copies);
    }
}

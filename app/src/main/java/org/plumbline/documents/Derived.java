package org.plumbline.documents;

import org.springframework.stereotype.Component;

/** What is worked out of a document when it is filed, in the same transaction; worked out again, it changes nothing. */
@Component
class Derived {
    private final PrintTable prints;
    private final MailThreading threading;

    Derived(PrintTable prints, MailThreading threading) {
        this.prints = prints;
        this.threading = threading;
    }

    /** @param attachments how many files were found inside */
    void of(Document document, String text, int attachments) {
        prints.write(document.id(), document.stamp(), TextPrint.of(text));
        // Last, since it lets nobody else change threads of the label until the transaction ends.
        threading.place(document, text, attachments);
    }
}

package org.plumbline.documents;

import org.springframework.stereotype.Component;

/** What is worked out of a document when it is filed, in the same transaction; worked out again, it changes nothing. */
@Component
class Derived {
    private final MailThreading threading;

    Derived(MailThreading threading) {
        this.threading = threading;
    }

    /** @param attachments how many files were found inside */
    void of(Document document, String text, int attachments) {
        threading.place(document, text, attachments);
    }
}

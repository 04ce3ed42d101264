package org.plumbline.documents;

import java.util.List;
import java.util.Optional;
import org.plumbline.documents.extract.DocumentMetadata;
import org.plumbline.documents.extract.DocumentType;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.MailHeaders;

/**
 * What is known of a document besides its text; dates as the document states them.
 *
 * @param title its own title, the subject of a mail, or the name of the file
 * @param characters length of its text in UTF-16 units
 */
public record DocumentFacts(
        String title, DocumentType type, DocumentMetadata metadata, Optional<MailHeaders> mail, int characters) {
    private static final int LONGEST_TITLE = 500;

    static DocumentFacts of(Extraction extraction, String name) {
        Optional<String> stated = extraction
                .mail()
                .map(MailHeaders::subject)
                .or(() -> extraction.metadata().title())
                .map(String::strip)
                .filter(t -> !t.isEmpty());
        String title = Plain.text(stated.orElse(name), LONGEST_TITLE);
        return new DocumentFacts(
                title,
                extraction.type(),
                extraction.metadata(),
                extraction.mail(),
                Plain.text(extraction.text()).length());
    }

    /** The day or moment that lists show: when a mail was sent, else when the document was changed or made. */
    public Optional<String> date() {
        return mail.map(MailHeaders::date)
                .filter(d -> !d.isEmpty())
                .or(metadata::modified)
                .or(metadata::created);
    }

    /** Who it is from: the senders of a mail, else the authors. */
    public List<String> from() {
        return mail.map(MailHeaders::from).filter(f -> !f.isEmpty()).orElse(metadata.authors());
    }
}

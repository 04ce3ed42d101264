package org.plumbline.documents.extract;

import java.util.List;
import java.util.Optional;

/**
 * What a document says about itself; dates are as stated in the document, ISO 8601 where that could be made.
 *
 * @param language the language found in the text, as a BCP 47 tag
 * @param charset the character set a text file was read with
 * @param tool the program the document says it was made with
 * @param stated what the header of a forensic image states, in its order
 */
public record DocumentMetadata(
        Optional<String> title,
        List<String> authors,
        Optional<String> created,
        Optional<String> modified,
        Optional<String> language,
        Optional<Integer> pages,
        Optional<String> charset,
        Optional<String> tool,
        List<Stated> stated) {
    public DocumentMetadata {
        authors = List.copyOf(authors);
        stated = List.copyOf(stated);
    }

    static DocumentMetadata none() {
        return new DocumentMetadata(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}

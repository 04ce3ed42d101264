package org.plumbline.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the search index reads of documents: a plain reader inside the transaction of whoever acts, under that person's
 * or service actor's row policies. It records nothing, so it is for the index only and never for a page or an answer.
 * The event {@code document-extracted} tells that a document is new or was read again.
 */
@Component
public class DocumentSource {
    private final DocumentTable table;

    DocumentSource(DocumentTable table) {
        this.table = table;
    }

    /** A document with its whole text; its owner, label and case are in the stamp. */
    public record Indexed(Document document, DocumentText text) {}

    /** A document; absent where the acting person may not see it. */
    public Optional<Indexed> read(UUID document) {
        return table.find(document)
                .map(d -> new Indexed(d, table.text(document).orElse(new DocumentText("", List.of()))));
    }

    /** Identifiers of all visible documents, oldest first, after the cursor: for building the index anew. */
    public List<UUID> after(Optional<UUID> cursor, int limit) {
        return table.ids(cursor, limit);
    }
}

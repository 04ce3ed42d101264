package org.plumbline.documents.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Document;
import org.plumbline.documents.Documents;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Item;
import org.plumbline.site.Form;

/**
 * The documents of a case, its ingestions, and the way in for files.
 *
 * @param repeated those of them whose text or bytes are there once more
 * @param families files by family, where the list is shown so; no documents then
 * @param count how many documents there are in all
 * @param form the form for files, as sent where it was refused
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record DocumentsPage(
        CaseHeader header,
        List<Document> documents,
        Set<UUID> repeated,
        List<Documents.FamilyMember> families,
        boolean byFamily,
        long count,
        List<Ingestions.Summary> ingestions,
        Form form,
        String first,
        String next) {
    public DocumentsPage {
        documents = List.copyOf(documents);
        repeated = Set.copyOf(repeated);
        families = List.copyOf(families);
        ingestions = List.copyOf(ingestions);
    }

    public String href(Document document) {
        return header.href() + "/documents/" + document.id();
    }

    /** What was read from a file; empty where nothing was. */
    public String href(Item item) {
        return Words.href(header.href(), item);
    }

    public String exhibit(Item item) {
        return header.href() + "/exhibits/" + item.exhibit();
    }

    /** How many lines the list has on this page. */
    public int shown() {
        return byFamily ? families.size() : documents.size();
    }

    public String href(Ingestions.Summary summary) {
        return header.href() + "/ingestions/" + summary.ingestion().id();
    }

    /** Whether nothing was ever handed in. */
    public boolean fresh() {
        return ingestions.isEmpty() && shown() == 0;
    }
}

package org.plumbline.documents.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Document;
import org.plumbline.documents.Ingestions;
import org.plumbline.site.Form;

/**
 * The documents of a case, its ingestions, and the way in for files.
 *
 * @param count how many documents there are in all
 * @param form the form for files, as sent where it was refused
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record DocumentsPage(
        CaseHeader header,
        List<Document> documents,
        long count,
        List<Ingestions.Summary> ingestions,
        Form form,
        String first,
        String next) {
    public DocumentsPage {
        documents = List.copyOf(documents);
        ingestions = List.copyOf(ingestions);
    }

    public String href(Document document) {
        return header.href() + "/documents/" + document.id();
    }

    public String href(Ingestions.Summary summary) {
        return header.href() + "/ingestions/" + summary.ingestion().id();
    }

    /** Whether nothing was ever handed in. */
    public boolean fresh() {
        return ingestions.isEmpty() && documents.isEmpty();
    }
}

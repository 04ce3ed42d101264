package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.entities.CollectionRecord;
import org.plumbline.site.Form;

/** The collections of a case. */
public record CollectionsPage(CaseHeader header, List<CollectionRecord> collections, Form form) {
    public CollectionsPage {
        collections = List.copyOf(collections);
    }
}

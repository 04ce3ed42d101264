package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.entities.CollectionRecord;
import org.plumbline.entities.ImportRun;
import org.plumbline.site.Form;

/** One collection, what was imported into it, and where the next file is given. */
public record CollectionPage(CaseHeader header, CollectionRecord collection, List<ImportRun> runs, Form form) {
    public CollectionPage {
        runs = List.copyOf(runs);
    }

    public String href() {
        return header.href() + "/collections/" + collection.id();
    }
}

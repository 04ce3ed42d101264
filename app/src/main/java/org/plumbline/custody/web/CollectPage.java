package org.plumbline.custody.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.site.Form;

/**
 * The form of a new thing.
 *
 * @param photographs how many photographs were taken in already
 */
public record CollectPage(CaseHeader header, Form form, List<ActField> fields, int photographs) {
    public CollectPage {
        fields = List.copyOf(fields);
    }

    public String href() {
        return header.href() + "/exhibits";
    }
}

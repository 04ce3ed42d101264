package org.plumbline.custody.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.site.Form;

/**
 * The form of a new thing.
 *
 * @param parent the exhibit that it is derived from; absent where it comes in by itself
 * @param photographs how many photographs were taken in already
 */
public record CollectPage(
        CaseHeader header, Optional<Exhibit> parent, Form form, List<ActFieldGroup> groups, int photographs) {
    public CollectPage {
        groups = List.copyOf(groups);
    }

    /** Message key of the title. */
    public String title() {
        return parent.isPresent() ? "custody.derive.title" : "custody.collect.title";
    }

    /** The number of the exhibit that it is derived from; empty where there is none. */
    public String parentNumber() {
        return parent.map(Exhibit::reference).orElse("");
    }

    /** Where Back leads: to what it is derived from, or to the list. */
    public String back() {
        return href() + parent.map(p -> "/" + p.id()).orElse("");
    }

    public String href() {
        return header.href() + "/exhibits";
    }
}

package org.plumbline.custody.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.site.Form;

/** The form of an act on an exhibit. */
public record ActPage(CaseHeader header, Exhibit exhibit, Kind kind, Form form, List<ActFieldGroup> groups) {
    public ActPage {
        groups = List.copyOf(groups);
    }

    public String href() {
        return header.href() + "/exhibits/" + exhibit.id();
    }

    /** Message key of the act. */
    public String act() {
        return "custody.do." + kind.code();
    }
}

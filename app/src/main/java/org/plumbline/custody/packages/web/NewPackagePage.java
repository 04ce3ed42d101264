package org.plumbline.custody.packages.web;

import java.util.List;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * Making a package: what goes into it, to whom, for what.
 *
 * @param exhibits that can be chosen here
 * @param more whether the case has further ones, which the API can pack
 */
public record NewPackagePage(CaseHeader header, Form form, List<Exhibit> exhibits, boolean more) {
    public NewPackagePage {
        exhibits = List.copyOf(exhibits);
    }

    public String action() {
        return header.href() + "/packages";
    }

    public boolean caveated() {
        return header.file().caveat() != Caveat.NONE;
    }

    public List<Option> choices() {
        return exhibits.stream()
                .map(e -> new Option(e.id().toString(), e.reference() + " " + e.name()))
                .toList();
    }
}

package org.plumbline.oversight.web;

import java.util.List;
import java.util.Map;
import org.plumbline.access.CourtSeals;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;

/** Seals in force. */
public record SealsPage(List<CourtSeals.Sealed> seals, Map<MemberId, String> names, Form form) {
    public SealsPage {
        seals = List.copyOf(seals);
        names = Map.copyOf(names);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }
}

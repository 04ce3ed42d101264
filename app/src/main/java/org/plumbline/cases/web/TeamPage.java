package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import org.plumbline.access.EndedGrant;
import org.plumbline.access.Grant;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * Who has access to a case, who gave it, when and why.
 *
 * @param ended standings that are over, latest first
 * @param candidates who may be given a standing
 */
public record TeamPage(
        CaseHeader header,
        List<Grant> grants,
        List<EndedGrant> ended,
        Map<MemberId, String> names,
        List<Option> candidates,
        Form form) {
    public TeamPage {
        grants = List.copyOf(grants);
        ended = List.copyOf(ended);
        names = Map.copyOf(names);
        candidates = List.copyOf(candidates);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }
}

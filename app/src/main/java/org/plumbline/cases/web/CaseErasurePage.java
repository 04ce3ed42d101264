package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.erasure.CaseErasure;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;

/**
 * What was asked about erasing a case.
 *
 * @param all newest first; none of them confirmed, since the case is there
 * @param reader who reads the page
 */
public record CaseErasurePage(
        CaseHeader header, List<CaseErasure> all, Map<MemberId, String> names, MemberId reader, Form form) {
    public CaseErasurePage {
        all = List.copyOf(all);
        names = Map.copyOf(names);
    }

    /** What waits to be decided. */
    public Optional<CaseErasure> open() {
        return all.stream().filter(CaseErasure::isOpen).findFirst();
    }

    /** What was declined. */
    public List<CaseErasure> declined() {
        return all.stream().filter(e -> !e.isOpen()).toList();
    }

    /** Whether the reader asked, who therefore doesn't confirm. */
    public boolean isMine(CaseErasure erasure) {
        return erasure.by().equals(reader);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }

    /** Who declined it. */
    public String decidedBy(CaseErasure erasure) {
        return erasure.decision().map(decision -> name(decision.by())).orElse("");
    }
}

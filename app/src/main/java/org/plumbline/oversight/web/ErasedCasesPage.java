package org.plumbline.oversight.web;

import java.util.List;
import java.util.Map;
import org.plumbline.cases.erasure.CaseErasure;
import org.plumbline.kernel.MemberId;

/**
 * Erased cases, newest first.
 *
 * @param next address of the next page; empty when there is none
 */
public record ErasedCasesPage(List<CaseErasure> cases, Map<MemberId, String> names, String next) {
    public ErasedCasesPage {
        cases = List.copyOf(cases);
        names = Map.copyOf(names);
    }

    public String askedBy(CaseErasure erasure) {
        return names.getOrDefault(erasure.by(), "");
    }

    public String confirmedBy(CaseErasure erasure) {
        return erasure.decision()
                .map(decision -> names.getOrDefault(decision.by(), ""))
                .orElse("");
    }
}

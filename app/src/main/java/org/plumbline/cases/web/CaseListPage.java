package org.plumbline.cases.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.plumbline.cases.CaseFile;

/**
 * The cases a person may see.
 *
 * @param words what was searched for
 * @param next address of the next page, empty for none
 * @param first address of the first page, empty on it
 * @param mayOpen whether the reader may open a case
 * @param hasContent whether the reader's roles have content at all
 */
public record CaseListPage(
        List<CaseFile> cases,
        String words,
        String first,
        String next,
        boolean mayOpen,
        boolean hasContent,
        LocalDate today) {
    public CaseListPage {
        cases = List.copyOf(cases);
    }

    /** Days until the case's authority ends; negative once it has. */
    public long daysLeft(CaseFile file) {
        return ChronoUnit.DAYS.between(today, file.authority().validUntil());
    }
}

package org.plumbline.entities.web;

import org.plumbline.cases.web.CaseHeader;
import org.plumbline.site.Form;

/**
 * One statement in full, and where it is retracted.
 *
 * @param where where in its source
 * @param original as the source writes it
 * @param marked whether the vocabulary policy marks it
 */
public record StatementPage(
        CaseHeader header,
        NamedEntity about,
        Line line,
        String sourceTitle,
        String where,
        String original,
        boolean marked,
        Form form) {}

package org.plumbline.custody.tags.web;

import org.plumbline.cases.web.CaseHeader;

/** Tags of exhibits of a case. */
public record ExhibitTagsPage(CaseHeader header, TagSheet sheet) {}

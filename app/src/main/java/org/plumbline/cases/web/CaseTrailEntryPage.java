package org.plumbline.cases.web;

/** One entry of a case's trail with all its facts. */
public record CaseTrailEntryPage(CaseHeader header, TrailLine line, SealPart sealed) {}

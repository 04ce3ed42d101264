package org.plumbline.oversight.web;

import org.plumbline.cases.web.TrailLine;

/** One entry with all its facts; records by kind and identifier, no titles. */
public record EntryPage(TrailLine line) {}

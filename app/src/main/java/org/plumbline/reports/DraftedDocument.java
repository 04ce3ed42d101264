package org.plumbline.reports;

import org.plumbline.reports.render.ReportDocument;

/** A report's content as read at one moment, and the document it makes. */
record DraftedDocument(ReportContent content, ReportDocument document) {}

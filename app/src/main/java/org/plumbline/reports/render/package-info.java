/**
 * Turns a neutral {@link org.plumbline.reports.render.ReportDocument} into DOCX and PDF: facts and assessments kept
 * apart, conflicting values side by side, citations numbered, exhibits with their digests. Plain Java; depends on the
 * kernel only.
 */
@NullMarked
package org.plumbline.reports.render;

import org.jspecify.annotations.NullMarked;

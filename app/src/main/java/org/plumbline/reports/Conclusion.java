package org.plumbline.reports;

import java.time.Instant;
import org.plumbline.kernel.MemberId;
import org.plumbline.reports.render.Grade;

/**
 * What the author concludes: an assessment, so it says how far it is trusted, whose it is and when it was made.
 *
 * @param text in the author's words
 * @param by who concludes
 * @param at when it was last worded or graded
 */
public record Conclusion(String text, Grade grade, MemberId by, Instant at) {}

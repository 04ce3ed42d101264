package org.plumbline.charts;

import java.time.Instant;
import org.plumbline.kernel.MemberId;

/**
 * One save of a chart.
 *
 * @param number the version the chart had from then on
 * @param entities how many entities were on it
 */
public record ChartVersion(int number, String title, int entities, Instant savedAt, MemberId savedBy) {}

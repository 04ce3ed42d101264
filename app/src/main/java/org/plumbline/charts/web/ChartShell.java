package org.plumbline.charts.web;

import org.plumbline.cases.web.CaseHeader;

/** A chart's page with the header of its case. */
public record ChartShell(CaseHeader header, ChartPage chart) {}

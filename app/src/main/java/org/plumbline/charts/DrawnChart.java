package org.plumbline.charts;

/** A chart with what it shows now: entities and links that the reader may see and that still stand. */
public record DrawnChart(Chart chart, Net net) {}

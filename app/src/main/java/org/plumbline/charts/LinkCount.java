package org.plumbline.charts;

/**
 * How many links of one type an entity has.
 *
 * @param example one of them, which says what the type is called
 */
public record LinkCount(ChartLink example, int count) {}

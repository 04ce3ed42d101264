package org.plumbline.engine.graph;

/**
 * How many were reached.
 *
 * @param entities how many, the first included
 * @param end whether that is all
 */
public record Tally(int entities, End end) {}

package org.plumbline.engine.model.ftm;

/**
 * How a file came out: {@code lines = blank + read + refused}.
 *
 * @param values values read; {@code marked} of them are marked by the policy
 * @param leftOut values or properties left out of lines that were read
 */
public record FtmTally(long lines, long blank, long read, long refused, long values, long marked, long leftOut) {}

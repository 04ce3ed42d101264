package org.plumbline.watching;

/**
 * The version of a program or format that an installation works with.
 *
 * @param part which; its words are under {@code version.PART}
 * @param version as the part itself says it; empty where the part is not there
 */
public record PartVersion(String part, String version) {}

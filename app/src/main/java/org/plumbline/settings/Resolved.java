package org.plumbline.settings;

/**
 * A setting with the value that holds and where it comes from.
 *
 * @param value as it was written; the name of the file where it is a secret; empty for nothing
 * @param origin in words
 */
public record Resolved(Setting setting, String value, String origin, boolean isSet) {}

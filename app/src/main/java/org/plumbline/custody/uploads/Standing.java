package org.plumbline.custody.uploads;

/**
 * An upload and how far it has come.
 *
 * @param offset how many bytes have arrived for good
 */
public record Standing(Upload upload, long offset) {}

package org.plumbline.site.web;

/**
 * One choice of a select or of a group of checks.
 *
 * @param value what the form sends
 * @param label what the person reads
 */
public record Option(String value, String label) {}

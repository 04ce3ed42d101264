package org.plumbline.welcome.web;

/**
 * Asks before a link that works once is used.
 *
 * @param name whose link it is
 * @param action where the form goes
 */
public record ConfirmPage(String name, String action) {}

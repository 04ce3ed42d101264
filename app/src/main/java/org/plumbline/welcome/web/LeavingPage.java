package org.plumbline.welcome.web;

/**
 * On the way to the organisation's provider.
 *
 * @param label what people call it
 * @param address where the browser goes on
 */
public record LeavingPage(String label, String address) {}

package org.plumbline.site.web;

/**
 * One tab of a row of tabs.
 *
 * @param label what it leads to
 * @param href where it leads
 * @param count how many things are there, as shown; empty for none
 * @param current whether this page is the tab
 */
public record Tab(String label, String href, String count, boolean current) {}

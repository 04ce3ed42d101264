package org.plumbline.cases.web;

/**
 * A tab of every case. Modules contribute beans of this type; its word is the message {@code tab.<key>}.
 *
 * @param key names the tab
 * @param hrefSuffix what follows {@code /cases/<id>}: empty, or beginning with a slash
 * @param order small numbers stand first
 */
public record CaseTab(String key, String hrefSuffix, int order) {}

package org.plumbline.cases.web;

/**
 * A panel that a later module adds to the overview of every case, fetched by URL. Modules contribute beans of this
 * type; its title is the message {@code panel.<key>}.
 *
 * @param key names the panel
 * @param hrefSuffix what follows {@code /cases/<id>}: answers a request with {@code HX-Request} with the panel, and any
 *     other with a page
 * @param order small numbers stand first
 */
public record CasePanel(String key, String hrefSuffix, int order) {}

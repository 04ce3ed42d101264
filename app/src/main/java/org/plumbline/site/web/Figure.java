package org.plumbline.site.web;

import java.util.Optional;

/**
 * One figure of a strip; it leads somewhere.
 *
 * @param value the figure as shown
 * @param word what is counted
 * @param href where it leads
 * @param mark its state
 */
public record Figure(String value, String word, String href, Optional<Mark> mark) {}

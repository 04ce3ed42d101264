package org.plumbline.entities;

/**
 * What a list of entities is narrowed to.
 *
 * @param schema exactly this kind; empty for all that are no links
 * @param words words of the caption, all of them
 */
public record EntityFilter(String schema, String words) {
    public static final EntityFilter ALL = new EntityFilter("", "");
}

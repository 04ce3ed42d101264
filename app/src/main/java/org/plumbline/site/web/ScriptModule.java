package org.plumbline.site.web;

/**
 * A name that scripts may import. Modules contribute beans of this type; all go into the page's import map.
 *
 * @param name the import name, such as {@code charts/board}
 * @param path the asset it stands for, such as {@code charts/board.js}
 */
public record ScriptModule(String name, String path) {}

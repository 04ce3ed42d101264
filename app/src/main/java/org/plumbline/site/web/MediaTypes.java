package org.plumbline.site.web;

import java.util.Map;

/** Media types of the files we serve ourselves; another kind of file is not an asset. */
final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("bcmap", "application/octet-stream"),
            Map.entry("pfb", "application/octet-stream"),
            Map.entry("ttf", "font/ttf"));

    private MediaTypes() {}

    static boolean known(String path) {
        return BY_ENDING.containsKey(ending(path));
    }

    static String of(String path) {
        return BY_ENDING.getOrDefault(ending(path), "application/octet-stream");
    }

    static boolean compresses(String type) {
        return !type.startsWith("font/woff") && !type.startsWith("image/png");
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}

package org.plumbline.site.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The icons of all pages: one file, drawn by reference. */
public final class Icon {
    private static final Asset SPRITE = new Assets()
            .find("site/icons.svg")
            .orElseThrow(() -> new IllegalStateException("The icons site/icons.svg are missing"));
    private static final Set<String> NAMES = Pattern.compile("<symbol id=\"([^\"]+)\"")
            .matcher(new String(SPRITE.content(), StandardCharsets.UTF_8))
            .results()
            .map(symbol -> symbol.group(1))
            .collect(Collectors.toUnmodifiableSet());

    private Icon() {}

    /**
     * The address of one icon.
     *
     * @throws IllegalStateException when there is no icon of this name
     */
    public static String href(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalStateException("There is no icon \"" + name + "\" in site/icons.svg");
        }
        return SPRITE.href() + "#" + name;
    }

    static Set<String> names() {
        return NAMES;
    }
}

package org.plumbline.site.web;

import org.jspecify.annotations.Nullable;
import org.plumbline.site.Form;

/** Which elements describe a field: its hint, its error. */
public final class Described {
    private Described() {}

    /** The value of {@code aria-describedby}; null leaves the attribute out. */
    public static @Nullable String by(Form form, String name, String hint) {
        String ids = (hint.isEmpty() ? "" : "f-" + name + "-hint ")
                + (form.error(name).isPresent() ? "f-" + name + "-error" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}

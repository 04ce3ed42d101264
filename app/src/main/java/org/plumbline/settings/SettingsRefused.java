package org.plumbline.settings;

import java.util.List;

/** Settings that can't be used; each problem is a sentence of its own, and all of them are named at once. */
public final class SettingsRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsRefused(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}

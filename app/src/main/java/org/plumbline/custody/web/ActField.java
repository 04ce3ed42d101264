package org.plumbline.custody.web;

import java.util.List;
import org.plumbline.site.web.Option;

/**
 * One field of the form of an act; its label and hint are words of the bundle.
 *
 * @param options what can be chosen, for a choice
 */
public record ActField(String name, Control control, boolean optional, List<Option> options) {
    /** How it is filled in. */
    public enum Control {
        LINE,
        CODE,
        WORDS,
        CHOICE,
        CHECK,
        DAY,
        TIME,
        NUMBER
    }

    public ActField {
        options = List.copyOf(options);
    }

    static ActField needed(String name, Control control) {
        return new ActField(name, control, false, List.of());
    }

    static ActField maybe(String name, Control control) {
        return new ActField(name, control, true, List.of());
    }

    static ActField choice(String name, boolean optional, List<Option> options) {
        return new ActField(name, Control.CHOICE, optional, options);
    }

    /** Whether it needs the whole width of the form. */
    public boolean isWide() {
        return control == Control.WORDS;
    }

    /** Message key of the label. */
    public String label() {
        return "custody.field." + name;
    }

    /** Message key of the hint; not every field has one. */
    public String hint() {
        return label() + ".hint";
    }
}

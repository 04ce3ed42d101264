package org.plumbline.engine.model.value;

import java.util.Optional;

/** What became of a raw value: its normal form, or why it has none. A check never throws. */
public sealed interface Checked {
    /** The value in its normal form. */
    record Valid(String normal) implements Checked {}

    /**
     * The value does not have the form its type asks for.
     *
     * @param code stable; a message bundle has a sentence for it
     * @param detail the rule as a short fact, such as "20 characters"; never the value itself
     */
    record Invalid(Fault code, String detail) implements Checked {}

    /** The normal form, when there is one. */
    default Optional<String> value() {
        return switch (this) {
            case Valid valid -> Optional.of(valid.normal());
            case Invalid invalid -> Optional.empty();
        };
    }
}

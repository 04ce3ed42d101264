package org.plumbline.engine.model;

import org.jspecify.annotations.Nullable;
import org.plumbline.engine.model.value.Checked;
import org.plumbline.engine.model.value.IdentifierFormat;
import org.plumbline.engine.model.value.PropertyType;

/**
 * A property of the vocabulary.
 *
 * @param name the short name, such as {@code startDate}
 * @param declaredBy the schema that declares it
 * @param label English label of the model
 * @param description English explanation; empty when the model has none
 * @param range the schema an entity value must be of; empty for other types
 * @param reverse the name, in the range, of the same link seen from its other end; empty when there is none
 * @param stub whether it is only the other end of another schema's property and holds no values of its own
 * @param hidden whether the model keeps it out of ordinary lists
 * @param matchable whether the model compares it (the policy may still say no)
 * @param maxLength the most characters a value may have
 * @param format the form its identifiers have, when it can be checked
 */
public record Property(
        String name,
        String declaredBy,
        String label,
        String description,
        PropertyType type,
        String range,
        String reverse,
        boolean stub,
        boolean hidden,
        boolean matchable,
        boolean deprecated,
        int maxLength,
        @Nullable IdentifierFormat format) {

    /** Declaring schema and name, such as {@code Interval:startDate}. */
    public String qualifiedName() {
        return declaredBy + ":" + name;
    }

    /** Checks a raw value against length, type and identifier format. */
    public Checked check(String raw) {
        Checked byType = type.check(raw, maxLength);
        IdentifierFormat form = format;
        return switch (byType) {
            case Checked.Valid valid -> form == null ? valid : form.check(valid.normal());
            case Checked.Invalid invalid -> invalid;
        };
    }
}

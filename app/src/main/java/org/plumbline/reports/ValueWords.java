package org.plumbline.reports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.kernel.Moment;
import org.plumbline.site.Texts;

/** Values in normal form as a person reads them: days written out, numbers grouped, countries and entities by name. */
record ValueWords(Texts texts) {
    private static final int SHORTEST_DATE = 4;

    String value(Optional<Property> property, String value, Map<UUID, String> named) {
        PropertyType type = property.map(Property::type).orElse(PropertyType.STRING);
        return switch (type) {
            case DATE -> day(value);
            case NUMBER -> number(value);
            case COUNTRY -> country(value);
            case ENTITY -> entity(value, named);
            default -> value; // The other types are read as they are written.
        };
    }

    /** A partial date; one we can't read stays as it is. */
    String day(String value) {
        try {
            return value.length() < SHORTEST_DATE ? value : texts.moment(Moment.parse(value, ""));
        } catch (IllegalArgumentException e) {
            return value; // A local time without offset is exact enough to quote and no moment of ours.
        }
    }

    private String number(String value) {
        try {
            return texts.number(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return value; // Stated with a unit or in words.
        }
    }

    private String country(String value) {
        String name = new Locale.Builder()
                .setRegion(value.length() == 2 ? value.toUpperCase(Locale.ROOT) : "")
                .build()
                .getDisplayCountry(Locale.forLanguageTag(texts.language().tag()));
        return name.isEmpty() ? value : name;
    }

    private String entity(String value, Map<UUID, String> named) {
        try {
            String name = named.getOrDefault(UUID.fromString(value), "");
            return name.isEmpty() ? texts.say("reports.entity.unnamed") : name;
        } catch (IllegalArgumentException e) {
            return texts.say("reports.entity.unnamed");
        }
    }
}

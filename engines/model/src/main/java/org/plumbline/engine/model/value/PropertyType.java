package org.plumbline.engine.model.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.engine.model.value.Checked.Invalid;

/** The type of a property's values, by its FollowTheMoney name, with the check that gives a value its normal form. */
public enum PropertyType {
    NAME(384, Texts::line),
    DATE(32, Values::date),
    COUNTRY(250, Values::country),
    ENTITY(200, Values::entity),
    TEXT(65_000, Texts::text),
    STRING(1024, Texts::line),
    URL(4096, Addresses::url),
    EMAIL(250, Addresses::email),
    PHONE(64, Addresses::phone),
    ADDRESS(250, Texts::line),
    IDENTIFIER(64, Texts::line),
    NUMBER(250, Values::number),
    LANGUAGE(64, Values::language),
    MIMETYPE(250, Values::mimetype),
    CHECKSUM(128, Values::checksum),
    TOPIC(64, Values::topic),
    GENDER(16, Values::gender),
    IP(64, Addresses::ip),
    IBAN(64, IdentifierFormat.IBAN::check),
    JSON(65_000, Values::json),
    HTML(65_000, Texts::text);

    private static final Map<String, PropertyType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PropertyType::ftm, type -> type));

    private final int maxLength;

    @SuppressWarnings("ImmutableEnumChecker") // only references to methods without state
    private final Function<String, Checked> form;

    PropertyType(int maxLength, Function<String, Checked> form) {
        this.maxLength = maxLength;
        this.form = form;
    }

    /** The type of this FollowTheMoney name; empty for a name this version does not know. */
    public static Optional<PropertyType> named(String ftm) {
        return Optional.ofNullable(BY_NAME.get(ftm));
    }

    /** The FollowTheMoney name, such as {@code country}. */
    public String ftm() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The most characters a value may have unless its property says otherwise. */
    public int maxLength() {
        return maxLength;
    }

    /**
     * The codes of a closed list with their English labels (country, language, topic, gender); empty for other types.
     */
    public Map<String, String> codes() {
        return CodeLists.model().list(ftm());
    }

    /** Checks a raw value of at most this type's length. */
    public Checked check(String raw) {
        return check(raw, maxLength);
    }

    /** Checks a raw value of at most this many characters. */
    public Checked check(String raw, int limit) {
        if (raw.isBlank()) {
            return new Invalid(Fault.EMPTY, "at least 1 character");
        }
        if (raw.length() > limit) {
            return new Invalid(Fault.TOO_LONG, "at most " + limit + " characters");
        }
        if (Texts.isBroken(raw)) {
            return new Invalid(Fault.CONTROL_CHARACTER, "printable characters");
        }
        return form.apply(raw.strip());
    }
}

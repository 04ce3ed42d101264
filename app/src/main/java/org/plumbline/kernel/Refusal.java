package org.plumbline.kernel;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Why something was not done. The sentence a person reads is {@code refusal.<code>} in a message bundle, with these
 * arguments; API answers carry the same code.
 *
 * @param code stable reason code, lower-case words with hyphens, such as {@code authority-expired}
 * @param kind how the refusal is answered
 * @param arguments what the sentence names: the thing, the value found, the rule
 * @param fields refusals of single input fields; empty when the whole is refused
 */
public record Refusal(String code, Kind kind, Map<String, String> arguments, List<Field> fields) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** How a refusal is answered. */
    public enum Kind {
        /** Not there, or not for this reader: both give the same answer (404). */
        ABSENT,
        /** The reader knows of it and may not do this (403). */
        FORBIDDEN,
        /** Input that breaks a rule (422). */
        INVALID,
        /** Somebody changed it meanwhile, or its state does not allow this (409). */
        CONFLICT,
        /** It was there and has ended (410). */
        GONE,
        /** Another request is at it (423). */
        LOCKED,
        /** It arrived otherwise than it was sent (460, as tus has it). */
        DAMAGED,
        /** What the request needs to be understood is not spoken here (412). */
        PRECONDITION,
        /** The request itself names something that is not offered (400). */
        MALFORMED,
        /** Over a limit (413). */
        TOO_LARGE,
        /** Too many tries (429); its argument {@code seconds} says after how long the next one is looked at. */
        TOO_OFTEN,
        /** Not possible now; try again (503). */
        UNAVAILABLE
    }

    /**
     * @param name the field's name in form and API
     * @param code reason code of its sentence
     * @param arguments what the sentence names
     */
    public record Field(String name, String code, Map<String, String> arguments) {
        public Field {
            arguments = Map.copyOf(arguments);
        }
    }

    public Refusal {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A reason code is lower-case words with hyphens, not \"" + code + "\"");
        }
        arguments = Map.copyOf(arguments);
        fields = List.copyOf(fields);
    }

    public static Refusal absent() {
        return new Refusal("absent", Kind.ABSENT, Map.of(), List.of());
    }

    public static Refusal of(Kind kind, String code, Map<String, String> arguments) {
        return new Refusal(code, kind, arguments, List.of());
    }

    public static Refusal invalid(List<Field> fields) {
        return new Refusal("input-invalid", Kind.INVALID, Map.of(), fields);
    }

    public Refused asException() {
        return new Refused(this);
    }
}

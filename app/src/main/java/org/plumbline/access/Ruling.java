package org.plumbline.access;

import java.util.Map;

/** What the policy says on one label for one person and right. */
sealed interface Ruling {
    /** @param ground why: {@code standing}, {@code break-glass}, {@code role} or {@code organisation} */
    record Yes(String ground) implements Ruling {}

    /**
     * The record is not there for this person.
     *
     * @param rule the first rule that closes it; never told to the person
     */
    record Hidden(String rule) implements Ruling {}

    /** The person knows of the record and may not do this. */
    record No(String code, Map<String, String> arguments) implements Ruling {
        public No {
            arguments = Map.copyOf(arguments);
        }

        static No of(String code) {
            return new No(code, Map.of());
        }
    }

    default boolean allows() {
        return this instanceof Yes;
    }
}

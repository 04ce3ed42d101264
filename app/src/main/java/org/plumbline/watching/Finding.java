package org.plumbline.watching;

import java.util.Map;
import java.util.TreeMap;

/**
 * The state of one part of an installation.
 *
 * @param part which part, such as {@code disk}
 * @param code what was found, such as {@code short}
 * @param facts what the words name: figures, versions, programs; never anything of a case or a person
 */
public record Finding(String part, State state, String code, Map<String, String> facts) {
    public Finding {
        facts = Map.copyOf(new TreeMap<>(facts));
    }

    /** How it is with a part. */
    public enum State {
        /** There, and it works. */
        GOOD("good"),
        /** Not there; what it would give is missing, and nothing is broken. */
        MISSING("missing"),
        /** Should work and doesn't. */
        FAILING("failing");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** Its stable name. */
        public String code() {
            return code;
        }
    }

    /** @param facts names and values in turn */
    public static Finding good(String part, String code, Object... facts) {
        return new Finding(part, State.GOOD, code, paired(facts));
    }

    /** @param facts names and values in turn */
    public static Finding missing(String part, String code, Object... facts) {
        return new Finding(part, State.MISSING, code, paired(facts));
    }

    /** @param facts names and values in turn */
    public static Finding failing(String part, String code, Object... facts) {
        return new Finding(part, State.FAILING, code, paired(facts));
    }

    private static Map<String, String> paired(Object... facts) {
        var paired = new TreeMap<String, String>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            paired.put(facts[i].toString(), facts[i + 1].toString());
        }
        return paired;
    }
}

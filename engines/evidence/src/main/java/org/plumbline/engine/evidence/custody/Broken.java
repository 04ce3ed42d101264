package org.plumbline.engine.evidence.custody;

import java.util.Map;

/** A rule of custody was not kept. It is checked, and carries no stack trace, because it is an expected answer. */
public final class Broken extends Exception {
    private final Rule rule;
    private final transient Map<String, String> facts;

    Broken(Rule rule, Map<String, String> facts) {
        super(rule.code() + (facts.isEmpty() ? "" : " " + facts), null, false, false);
        this.rule = rule;
        this.facts = Map.copyOf(facts);
    }

    static Broken of(Rule rule) {
        return new Broken(rule, Map.of());
    }

    static Broken of(Rule rule, String name, Object value) {
        return new Broken(rule, Map.of(name, String.valueOf(value)));
    }

    /** Which rule. */
    public Rule rule() {
        return rule;
    }

    /** What was found, by stable names: {@code seal}, {@code expected}, {@code person}, {@code field} and so on. */
    public Map<String, String> facts() {
        return facts;
    }
}

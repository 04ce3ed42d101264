package org.plumbline.engine.model;

/**
 * One decision of the vocabulary policy.
 *
 * @param reason why, in a few words, as the policy file states it
 */
public record Rule(Openness openness, String reason) {
    static final Rule UNLISTED = new Rule(Openness.REFUSED, "not in the vocabulary policy");

    public Rule {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a rule of the vocabulary policy needs a reason");
        }
    }

    /** The stricter of the two; this one when they are equally strict. */
    Rule and(Rule other) {
        return other.openness.compareTo(openness) > 0 ? other : this;
    }
}

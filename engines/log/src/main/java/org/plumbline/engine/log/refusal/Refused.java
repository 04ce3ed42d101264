package org.plumbline.engine.log.refusal;

/**
 * Something was refused: what came in does not hold, and {@link #fault()} names why. It is checked, so that whoever
 * takes in foreign bytes must say what happens then, and carries no stack trace, because it is an expected answer.
 */
public final class Refused extends Exception {
    private final Fault fault;
    private final String detail;

    /**
     * Refuses.
     *
     * @param detail the value found and the rule as a short fact, for logs; never content of an entry
     */
    public Refused(Fault fault, String detail) {
        super(fault.code() + ": " + detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    /** Why, as a stable name. */
    public Fault fault() {
        return fault;
    }

    /** What was found, and the rule. */
    public String detail() {
        return detail;
    }
}

package org.plumbline.engine.evidence.bag;

/** A bag cannot be read any further; {@link #finding()} names where and why. Expected, so without a stack trace. */
public final class BagRefused extends Exception {
    private final transient BagFinding finding;

    /** Refuses. */
    public BagRefused(BagFault fault, String file, int line, String detail) {
        this(new BagFinding(fault, file, line, detail));
    }

    /** Refuses because of something found. */
    public BagRefused(BagFinding finding) {
        super(finding.fault().code() + ": " + finding.text(), null, false, false);
        this.finding = finding;
    }

    /** What was found. */
    public BagFinding finding() {
        return finding;
    }
}

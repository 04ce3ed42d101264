package org.plumbline.kernel;

/** What a decision is about. */
public sealed interface Scope {
    /** Records that carry this label. */
    record Labelled(LabelId label) implements Scope {}

    /** A case as a whole; a case that does not exist and one that may not be seen are answered alike. */
    record OfCase(CaseId caseId) implements Scope {}

    /** The acting person's own organisation. */
    record OwnOrganisation() implements Scope {}

    /** The acting person. */
    record Own() implements Scope {}

    static Scope of(LabelId label) {
        return new Labelled(label);
    }

    static Scope of(CaseId caseId) {
        return new OfCase(caseId);
    }

    static Scope organisation() {
        return new OwnOrganisation();
    }

    static Scope own() {
        return new Own();
    }
}

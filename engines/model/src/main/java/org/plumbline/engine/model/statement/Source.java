package org.plumbline.engine.model.statement;

/**
 * What a statement rests on.
 *
 * @param kind what sort of record holds it
 * @param id that record's identifier, as its own module writes it
 * @param locator where in it
 */
public record Source(Kind kind, String id, Locator locator) {
    /** The sort of record a statement can rest on. */
    public enum Kind {
        EXHIBIT,
        DOCUMENT,
        REGISTER,
        COLLECTION
    }

    public Source {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a source needs the identifier of its " + kind);
        }
    }
}

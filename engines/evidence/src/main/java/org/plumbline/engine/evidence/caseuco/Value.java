package org.plumbline.engine.evidence.caseuco;

/** What a property of a thing says. */
public sealed interface Value {
    /**
     * A text, number, time or other literal.
     *
     * @param text as RDF has it
     * @param type the datatype's full address
     * @param language a tag; empty where it has none
     */
    record Literal(String text, String type, String language) implements Value {
        /** A plain text. */
        public static Literal of(String text) {
            return new Literal(text, Vocabulary.XSD + "string", "");
        }
    }

    /**
     * Another thing.
     *
     * @param id its full address, or a name that begins with {@code _:}
     */
    record Reference(String id) implements Value {}
}

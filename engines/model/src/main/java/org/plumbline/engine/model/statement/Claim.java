package org.plumbline.engine.model.statement;

/**
 * What is stated.
 *
 * @param subject the entity it is about
 * @param schema the kind of entity the source takes it for
 * @param property short name of the property
 * @param value in the normal form of its type
 * @param original as the source writes it
 * @param language ISO 639 code of the original; empty when it has none or it is not known
 * @param qualifier the source's own reservation in its words, such as "approximate", "at least"; empty when it makes
 *     none
 */
public record Claim(
        EntityId subject,
        String schema,
        String property,
        String value,
        String original,
        String language,
        String qualifier) {
    public Claim {
        if (schema.isBlank() || property.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("a claim needs a schema, a property and a value");
        }
    }
}

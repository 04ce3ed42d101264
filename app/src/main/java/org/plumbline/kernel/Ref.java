package org.plumbline.kernel;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names any record of any module without importing that module.
 *
 * @param kind the record's kind, lower-case words with hyphens, such as {@code journal-entry}
 * @param id the record's identifier
 * @param owner the organisation that owns the record
 */
public record Ref(String kind, UUID id, OrganisationId owner) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    public Ref {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A kind is lower-case words with hyphens, not \"" + kind + "\"");
        }
    }
}

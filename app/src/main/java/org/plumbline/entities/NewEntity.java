package org.plumbline.entities;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.cases.Subject;

/**
 * An entity as somebody enters it.
 *
 * @param key a word by which statements of the same batch point to it; not kept
 * @param schema its kind
 * @param role what it is in the case; a person needs one
 * @param statements what is known of it, at least one
 */
public record NewEntity(String key, String schema, Optional<InCase> role, List<NewStatement> statements) {
    /**
     * @param basis why it is in the case, in words
     * @param reviewDue when that is looked at again
     */
    public record InCase(Subject.Role role, String basis, LocalDate reviewDue) {}

    public NewEntity {
        statements = List.copyOf(statements);
    }
}

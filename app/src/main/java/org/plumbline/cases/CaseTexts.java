package org.plumbline.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads the texts of cases for the search index, as far as the surrounding transaction may see them. Shows nothing to
 * anybody, so it records nothing; a person reads through {@link Cases}, {@link Journal} and {@link TaskList}.
 */
@Component
public class CaseTexts {
    /** The kinds of record it reads. */
    public static final Set<String> KINDS = Set.of("case", "journal-entry", "task");

    /** The events after which a text may read otherwise. */
    public static final Set<String> EVENTS = Set.of(
            "case-opened", "case-changed", "journal-written", "journal-signed-off", "task-given", "task-completed");

    private final CaseTextTable table;

    CaseTexts(CaseTextTable table) {
        this.table = table;
    }

    /** The text of one record. */
    public Optional<CaseText> read(String kind, UUID id) {
        return table.find(kind, id);
    }

    /** Identifiers of a kind, rising, after the cursor. */
    public List<UUID> ids(String kind, Optional<UUID> after, int limit) {
        return table.ids(kind, after, limit);
    }
}

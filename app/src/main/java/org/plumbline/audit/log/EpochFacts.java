package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Tree;

/**
 * Why an epoch began and what was known of the log then, as it stands in the epoch's first entry.
 *
 * @param all by name, in order of names
 */
record EpochFacts(SortedMap<String, String> all) {
    /** Of the epoch before: the newest checkpoint that the records hold, as {@code SIZE ROOT ORIGIN}. */
    static final String RESTORED = "checkpoint";

    /** What the file outside the data folder shows beyond it, in the same form. */
    static final String SEEN_IN_FILE = "seen-in-file";

    /** Before the name of a witness: what it has seen, as a size, or that it gave no answer. */
    static final String SEEN_BY = "seen-by ";

    EpochFacts {
        all = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    static EpochFacts of(Map<String, String> all) {
        return new EpochFacts(new TreeMap<>(all));
    }

    /** Reads what {@link #text} wrote. */
    static EpochFacts read(String text) throws Refused {
        var all = new TreeMap<String, String>();
        if (CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Fields fields) {
            fields.values().forEach((name, value) -> all.put(name, value instanceof Json.Text t ? t.value() : ""));
        }
        return new EpochFacts(all);
    }

    /** As canonical JSON. */
    String text() throws Refused {
        var fields = new LinkedHashMap<String, Json>();
        all.forEach((name, value) -> fields.put(name, new Json.Text(value)));
        return new String(CanonicalJson.write(new Json.Fields(fields)), StandardCharsets.UTF_8);
    }

    EpochFacts with(Map<String, String> further) {
        var more = new TreeMap<>(all);
        more.putAll(further);
        return new EpochFacts(more);
    }

    static String of(Checkpoint checkpoint) {
        return checkpoint.size() + " " + checkpoint.root() + " " + checkpoint.origin();
    }

    /** Whether it was known, and so is on record, that the epoch before had this tree beyond what was restored. */
    boolean tellOf(Tree tree) {
        return Optional.ofNullable(all.get(SEEN_IN_FILE))
                .filter(seen -> seen.startsWith(tree.size() + " " + tree.root() + " "))
                .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EpochFacts facts && facts.all.equals(all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(all);
    }
}

package org.plumbline.engine.model.statement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;

/** The schemata that statements take an entity for, narrowed to those no other one is a kind of. */
record MostSpecific(List<Schema> leaves) {
    static MostSpecific of(Vocabulary vocabulary, Collection<String> stated) {
        List<Schema> known = stated.stream()
                .distinct()
                .map(vocabulary::schema)
                .flatMap(Optional::stream)
                .toList();
        return new MostSpecific(known.stream()
                .filter(one ->
                        known.stream().noneMatch(other -> !other.name().equals(one.name()) && other.isA(one.name())))
                .toList());
    }

    /** The kind to show: the only leaf, or of several the one stated first. */
    Optional<Schema> schema() {
        return leaves.stream().findFirst();
    }

    Optional<Conflict> conflict() {
        return leaves.size() < 2
                ? Optional.empty()
                : Optional.of(new Conflict.Schemata(
                        leaves.stream().map(Schema::name).sorted().toList()));
    }
}

package org.plumbline.engine.model.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;

/**
 * One entity as the statements about it describe it: its kind, its values with all their sources, and where sources
 * contradict each other.
 *
 * @param id the entity
 * @param schema the most specific kind stated; of kinds that do not fit together the one stated first
 * @param values by property, properties by name; values with the most sources first. Statements whose property the
 *     policy refuses for this kind are left out and named in {@code refused}
 * @param conflicts kinds first, then properties by name
 * @param refused properties left out because the policy refuses them or the kind has none of that name
 */
public record EntityView(
        EntityId id,
        Schema schema,
        Map<String, List<StatedValue>> values,
        List<Conflict> conflicts,
        Set<String> refused) {

    /**
     * The entity as it was known at that moment: statements recorded later or retracted by then do not count.
     *
     * @param statements all of one entity; statements about others are a bug of the caller
     * @return empty when no statement of a known kind stood at that moment
     */
    public static Optional<EntityView> asKnownAt(
            Vocabulary vocabulary, Policy policy, Collection<Statement> statements, Instant moment) {
        List<Statement> standing = statements.stream()
                .filter(each -> each.stoodAt(moment))
                .sorted(StatedValue.EARLIEST)
                .toList();
        MostSpecific kinds = MostSpecific.of(
                vocabulary, standing.stream().map(each -> each.claim().schema()).toList());
        return kinds.schema().map(schema -> assemble(policy, schema, kinds, standing));
    }

    /** The values of a property; none when nothing is stated. */
    public List<StatedValue> values(String property) {
        return values.getOrDefault(property, List.of());
    }

    /**
     * What names it to everyone who may see it: the first caption property with a value that the policy leaves open.
     */
    public Optional<StatedValue> caption() {
        return captionOf(each -> each.rule().openness() == Openness.OPEN);
    }

    /** What names it to a reader of its marked statements too. */
    public Optional<StatedValue> captionWithMarked() {
        return captionOf(each -> true);
    }

    private Optional<StatedValue> captionOf(Predicate<StatedValue> readable) {
        return schema.caption().stream()
                .flatMap(property -> values(property).stream())
                .filter(readable)
                .findFirst();
    }

    private static EntityView assemble(Policy policy, Schema schema, MostSpecific kinds, List<Statement> standing) {
        EntityId id = standing.getFirst().claim().subject();
        if (standing.stream().anyMatch(each -> !each.claim().subject().equals(id))) {
            throw new IllegalStateException("a view is of one entity, and these statements are about several");
        }
        ValueGroups groups = ValueGroups.of(policy, kinds, standing);
        var conflicts = new ArrayList<Conflict>();
        kinds.conflict().ifPresent(conflicts::add);
        conflicts.addAll(Contradictions.in(schema, groups.values()));
        return new EntityView(id, schema, groups.values(), List.copyOf(conflicts), groups.refused());
    }
}

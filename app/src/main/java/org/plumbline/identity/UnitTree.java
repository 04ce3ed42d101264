package org.plumbline.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.kernel.MemberId;

/**
 * The units of an organisation and who is in which.
 *
 * @param units open and closed, in no order
 * @param members the unit of each member who is in one
 */
public record UnitTree(List<Unit> units, Map<MemberId, UUID> members) {
    private static final Comparator<Unit> BY_NAME = Comparator.comparing(
                    (Unit unit) -> unit.name().toLowerCase(Locale.ROOT))
            .thenComparing(Unit::id);

    public UnitTree {
        units = List.copyOf(units);
        members = Map.copyOf(members);
    }

    /**
     * An open unit with those that belong to it.
     *
     * @param members how many are in it, not counting the units below
     */
    public record Node(Unit unit, int members, List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }
    }

    /** The open units that belong to no other, by name, each with what belongs to it. */
    public List<Node> open() {
        return nodes(Optional.empty());
    }

    /** Open units in the order of the tree, those above first. */
    public List<Unit> inOrder() {
        var all = new ArrayList<Unit>();
        open().forEach(node -> collect(node, all));
        return all;
    }

    /** The closed ones, the latest closed first. */
    public List<Unit> closed() {
        return units.stream()
                .filter(unit -> !unit.isOpen())
                .sorted(Comparator.comparing(
                                (Unit unit) -> unit.closed().orElseThrow().at())
                        .reversed())
                .toList();
    }

    /** The unit of this identifier. */
    public Optional<Unit> find(UUID id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /** The unit and those it belongs to, the topmost first. */
    public List<Unit> path(UUID id) {
        Map<UUID, Unit> known = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var path = new ArrayDeque<Unit>();
        for (Unit unit = known.get(id);
                unit != null;
                unit = unit.parent().map(known::get).orElse(null)) {
            path.addFirst(unit);
        }
        return List.copyOf(path);
    }

    /** The unit and every open one that belongs to it, at any depth. */
    public Set<UUID> within(UUID id) {
        var found = new HashSet<UUID>(Set.of(id));
        var waiting = new ArrayDeque<UUID>(List.of(id));
        while (!waiting.isEmpty()) {
            UUID above = waiting.remove();
            children(Optional.of(above)).map(Unit::id).filter(found::add).forEach(waiting::add);
        }
        return found;
    }

    /** Whether a member is in the unit or in one below it. */
    public boolean holds(UUID unit, MemberId member) {
        return members.containsKey(member) && within(unit).contains(members.get(member));
    }

    int count(UUID unit) {
        return (int)
                members.values().stream().filter(in -> Objects.equals(in, unit)).count();
    }

    java.util.stream.Stream<Unit> children(Optional<UUID> parent) {
        return units.stream()
                .filter(Unit::isOpen)
                .filter(unit -> unit.parent().equals(parent))
                .sorted(BY_NAME);
    }

    private List<Node> nodes(Optional<UUID> parent) {
        return children(parent)
                .map(unit -> new Node(unit, count(unit.id()), nodes(Optional.of(unit.id()))))
                .toList();
    }

    private static void collect(Node node, List<Unit> into) {
        into.add(node.unit());
        node.below().forEach(below -> collect(below, into));
    }
}

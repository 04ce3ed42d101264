package org.plumbline.custody.places;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The storage places of an organisation.
 *
 * @param places open and closed, in no order
 */
public record PlaceTree(List<Place> places) {
    private static final String BETWEEN = " › ";
    private static final Comparator<Place> BY_NAME = Comparator.comparing(
                    (Place place) -> place.name().toLowerCase(Locale.ROOT))
            .thenComparing(Place::code);

    public PlaceTree {
        places = List.copyOf(places);
    }

    /** The tree of places that don't say their paths yet. */
    static PlaceTree of(List<Place> places) {
        var bare = new PlaceTree(places);
        Map<UUID, Place> known = places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        return new PlaceTree(bare.places.stream()
                .map(place ->
                        place.under(up(known, place).stream().map(Place::name).collect(Collectors.joining(BETWEEN))))
                .toList());
    }

    /** An open place with those that stand in it. */
    public record Node(Place place, List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }
    }

    /** The open places that stand in no other, by name, each with what stands in it. */
    public List<Node> open() {
        return nodes(Optional.empty());
    }

    /** Open places in the order of the tree, those above first. */
    public List<Place> inOrder() {
        var all = new ArrayList<Place>();
        open().forEach(node -> collect(node, all));
        return all;
    }

    /** The closed ones, the latest closed first. */
    public List<Place> closed() {
        return places.stream()
                .filter(place -> !place.isOpen())
                .sorted(Comparator.comparing(
                                (Place place) -> place.closed().orElseThrow().at())
                        .reversed())
                .toList();
    }

    /** The place of this identifier, open or closed. */
    public Optional<Place> find(UUID id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** The place and those it stands in, the topmost first. */
    public List<Place> path(UUID id) {
        Map<UUID, Place> known = places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        return Optional.ofNullable(known.get(id)).map(place -> up(known, place)).orElse(List.of());
    }

    /** The place and every open one in it, at any depth. */
    public Set<UUID> within(UUID id) {
        var found = new HashSet<UUID>(Set.of(id));
        var waiting = new ArrayDeque<UUID>(List.of(id));
        while (!waiting.isEmpty()) {
            UUID above = waiting.remove();
            children(Optional.of(above)).map(Place::id).filter(found::add).forEach(waiting::add);
        }
        return found;
    }

    Stream<Place> children(Optional<UUID> parent) {
        return places.stream()
                .filter(Place::isOpen)
                .filter(place -> place.parent().equals(parent))
                .sorted(BY_NAME);
    }

    private List<Node> nodes(Optional<UUID> parent) {
        return children(parent)
                .map(place -> new Node(place, nodes(Optional.of(place.id()))))
                .toList();
    }

    private static List<Place> up(Map<UUID, Place> known, Place from) {
        var path = new ArrayDeque<Place>();
        for (Place place = from;
                place != null;
                place = place.parent().map(known::get).orElse(null)) {
            path.addFirst(place);
        }
        return List.copyOf(path);
    }

    private static void collect(Node node, List<Place> into) {
        into.add(node.place());
        node.below().forEach(below -> collect(below, into));
    }
}

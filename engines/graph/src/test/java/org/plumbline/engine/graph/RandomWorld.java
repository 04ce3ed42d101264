package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A small world of entities and links, mostly under labels that a question sees some of. */
record RandomWorld(List<Entity> entities, List<Link> links) {
    private static final int LABELS = 4;

    static RandomWorld made(Random random) {
        List<Entity> entities = new ArrayList<>();
        for (int count = 2 + random.nextInt(10); count > 0; count--) {
            entities.add(new Entity(id(random), random.nextInt(3), labels(random)));
        }
        List<Link> links = new ArrayList<>();
        for (int count = random.nextInt(30); count > 0; count--) {
            links.add(link(random, entities));
        }
        return new RandomWorld(entities, links);
    }

    static Question question(Random random) {
        BitSet labels = BitSet.valueOf(new long[] {random.nextInt(1 << LABELS)});
        if (random.nextBoolean()) {
            return Question.all(labels);
        }
        int from = random.nextInt(100);
        return new Question(
                labels,
                random.nextBoolean() ? Set.of() : Set.of(0, 2),
                random.nextBoolean() ? Set.of() : Set.of(1, 2),
                from,
                from + 10,
                Integer.MAX_VALUE,
                () -> false);
    }

    /** With so few links that everything can be tried. */
    RandomWorld small() {
        return new RandomWorld(entities, links.subList(0, Math.min(14, links.size())));
    }

    Graph whole() {
        GraphBuilder builder = new GraphBuilder();
        entities.forEach(builder::entity);
        links.forEach(builder::link);
        return builder.build();
    }

    /** The same world, but a part of it and things that no longer are come first, and the rest in changes. */
    Graph inSteps(Random random) {
        List<Entity> first = new ArrayList<>();
        List<Entity> later = new ArrayList<>();
        for (Entity entity : entities) {
            if (random.nextBoolean()) {
                // Some are stated otherwise at first.
                first.add(random.nextInt(3) == 0 ? new Entity(entity.id(), 0, labels(random)) : entity);
            }
            later.add(entity);
        }
        List<Entity> gone =
                List.of(new Entity(id(random), 0, labels(random)), new Entity(id(random), 1, labels(random)));
        first.addAll(gone);
        GraphBuilder builder = new GraphBuilder();
        first.forEach(builder::entity);
        Set<UUID> known = first.stream().map(Entity::id).collect(Collectors.toSet());
        List<Link> rest = new ArrayList<>();
        List<Changes.Gone> goneLinks = new ArrayList<>();
        for (Link link : links) {
            boolean now = known.contains(link.source()) && known.contains(link.target()) && random.nextBoolean();
            if (now) {
                builder.link(link);
            } else {
                rest.add(link);
            }
        }
        for (int i = 0; i < 4; i++) {
            Link link = link(random, first);
            builder.link(link);
            goneLinks.add(new Changes.Gone(link.id(), random.nextBoolean() ? link.source() : link.target()));
        }
        return stepped(builder.build(), later, rest, gone, goneLinks, random);
    }

    private static Graph stepped(
            Graph begun,
            List<Entity> entities,
            List<Link> links,
            List<Entity> gone,
            List<Changes.Gone> goneLinks,
            Random random) {
        Collections.shuffle(entities, random);
        Collections.shuffle(links, random);
        Link passing = link(random, entities);
        Graph graph = begun.with(new Changes(List.of(), List.of(), entities, List.of()));
        graph = graph.with(new Changes(goneLinks, List.of(), List.of(), links.subList(0, links.size() / 2)));
        graph = graph.with(new Changes(List.of(), List.of(), List.of(), List.of(passing)));
        return graph.with(new Changes(
                List.of(new Changes.Gone(passing.id(), passing.target())),
                gone.stream().map(Entity::id).toList(),
                List.of(),
                links.subList(links.size() / 2, links.size())));
    }

    /** The same world without what the question's labels don't let through. */
    RandomWorld without(Question question) {
        BitSet seen = question.labels();
        List<Entity> clear = entities.stream()
                .filter(each -> each.labels().intersects(seen))
                .map(each -> new Entity(each.id(), each.schema(), both(each.labels(), seen)))
                .toList();
        Set<UUID> there = clear.stream().map(Entity::id).collect(Collectors.toSet());
        return new RandomWorld(
                clear,
                links.stream()
                        .filter(each -> seen.get(each.label()))
                        .filter(each -> there.contains(each.source()) && there.contains(each.target()))
                        .toList());
    }

    private static BitSet both(BitSet labels, BitSet seen) {
        labels.and(seen);
        return labels;
    }

    private static Link link(Random random, List<Entity> entities) {
        int day = random.nextInt(100);
        return new Link(
                id(random),
                random.nextInt(3),
                entities.get(random.nextInt(entities.size())).id(),
                entities.get(random.nextInt(entities.size())).id(),
                random.nextInt(LABELS),
                random.nextInt(3),
                random.nextBoolean() ? day : Integer.MIN_VALUE,
                random.nextBoolean() ? day + 20 : Integer.MAX_VALUE,
                1 + random.nextInt(Link.STRONGEST),
                random.nextInt(1000));
    }

    private static BitSet labels(Random random) {
        BitSet labels = new BitSet();
        labels.set(random.nextInt(LABELS));
        labels.set(random.nextInt(LABELS));
        return labels;
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

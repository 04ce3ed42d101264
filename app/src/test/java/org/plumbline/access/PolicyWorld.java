package org.plumbline.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;

/** A random world of organisations, members, cases, compartments and labels: small, so that everything meets often. */
final class PolicyWorld {
    static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-05-12");
    private static final List<String> CAVEATS =
            List.of(Caveats.ORIGINATOR_CONTROL, Caveats.NO_ONWARD, Caveats.SOURCE_PROTECTED, "not-known-here");

    final List<OrganisationId> organisations = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    final List<Kase> cases = new ArrayList<>();
    final List<LabelFacts> labels = new ArrayList<>();
    private final Map<Seat, Way> ways = new HashMap<>();
    private final RandomGenerator random;

    record Actor(MemberId id, OrganisationId organisation, Set<Role> roles) {}

    record Kase(
            CaseId id,
            OrganisationId owner,
            LocalDate from,
            LocalDate until,
            Set<String> caveats,
            boolean sealed,
            boolean held,
            List<UUID> compartments) {}

    private record Seat(CaseId caseId, MemberId member) {}

    record Way(Optional<Standing> standing, Optional<Instant> glass, Set<UUID> entered) {}

    PolicyWorld(RandomGenerator random) {
        this.random = random;
        for (int i = 0; i < 3; i++) {
            organisations.add(new OrganisationId(uuid()));
        }
        for (int i = 0; i < 9; i++) {
            actors.add(new Actor(new MemberId(uuid()), pick(organisations), roles()));
        }
        for (int i = 0; i < 10; i++) {
            cases.add(kase());
        }
        cases.forEach(k -> actors.forEach(a -> ways.put(new Seat(k.id(), a.id()), way(k))));
        for (int i = 0; i < 60; i++) {
            labels.add(label(i));
        }
    }

    private Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (random.nextInt(3) == 0) {
                roles.add(role);
            }
        }
        return roles;
    }

    private Kase kase() {
        List<UUID> compartments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            compartments.add(uuid());
        }
        LocalDate from = TODAY.plusDays(random.nextInt(-200, 30));
        return new Kase(
                new CaseId(uuid()),
                pick(organisations),
                from,
                from.plusDays(random.nextInt(250)),
                caveats(4),
                random.nextInt(8) == 0,
                random.nextInt(3) == 0,
                compartments);
    }

    private Way way(Kase kase) {
        Optional<Standing> standing =
                random.nextInt(2) == 0 ? Optional.empty() : Optional.of(pick(List.of(Standing.values())));
        Optional<Instant> glass =
                random.nextInt(4) > 0 ? Optional.empty() : Optional.of(NOW.plusSeconds(random.nextLong(-3600, 3600)));
        Set<UUID> entered = new HashSet<>();
        kase.compartments().stream().filter(c -> random.nextInt(2) == 0).forEach(entered::add);
        return new Way(standing, glass, entered);
    }

    private LabelFacts label(int n) {
        Optional<Kase> in = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(pick(cases));
        // Now and then a label that nothing should have made: of another owner, or with another case's compartment.
        OrganisationId owner = random.nextInt(12) == 0
                ? pick(organisations)
                : in.map(Kase::owner).orElse(pick(organisations));
        Set<UUID> compartments = new HashSet<>();
        Kase from = random.nextInt(15) == 0 ? pick(cases) : in.orElse(pick(cases));
        if (random.nextInt(2) == 0) {
            from.compartments().stream().filter(c -> random.nextInt(2) == 0).forEach(compartments::add);
        }
        return new LabelFacts(
                new LabelId(n + 1),
                owner,
                in.map(Kase::id),
                compartments,
                caveats(6),
                random.nextInt(20) == 0 ? Optional.of(uuid()) : Optional.empty(),
                pick(List.of("none", "none", "none", "marked", "sealed")));
    }

    /** One in so many has each. */
    private Set<String> caveats(int rare) {
        Set<String> some = new HashSet<>();
        CAVEATS.stream().filter(c -> random.nextInt(rare * 2) == 0).forEach(some::add);
        return some;
    }

    Way way(CaseId caseId, MemberId member) {
        return java.util.Objects.requireNonNull(ways.get(new Seat(caseId, member)));
    }

    Optional<Kase> kase(Optional<CaseId> id) {
        return id.flatMap(
                wanted -> cases.stream().filter(k -> k.id().equals(wanted)).findFirst());
    }

    Optional<CaseFacts> facts(Optional<CaseId> of, Actor actor) {
        return kase(of).map(k -> {
            Way way = way(k.id(), actor.id());
            return new CaseFacts(
                    k.id(),
                    k.owner(),
                    k.from(),
                    k.until(),
                    ZoneOffset.UTC,
                    k.caveats(),
                    k.sealed(),
                    Optional.of(k.held() ? TODAY : TODAY.minusDays(1)),
                    way.standing(),
                    way.glass(),
                    way.entered());
        });
    }

    /** A random choice of compartments to work in, of one case, as a person would, or of several. */
    Set<UUID> somewhere() {
        Set<UUID> in = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Kase kase = pick(cases);
            kase.compartments().stream().filter(c -> random.nextInt(2) == 0).forEach(in::add);
        }
        return in;
    }

    Asker asker(Actor actor, Set<UUID> compartments) {
        return new Asker(
                actor.organisation(),
                actor.roles(),
                random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(pick(cases).id()),
                compartments,
                random.nextBoolean());
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

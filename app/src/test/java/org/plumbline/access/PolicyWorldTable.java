package org.plumbline.access;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plumbline.kernel.LabelId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a world as the rows that decisions are made from, and asks the database what each member sees. */
final class PolicyWorldTable {
    private final JdbcClient db;

    PolicyWorldTable(JdbcClient db) {
        this.db = db;
    }

    /** The labels with the identifiers that the database gave them, in the order of the world. */
    List<LabelFacts> write(PolicyWorld world) {
        world.cases.forEach(this::write);
        world.cases.forEach(k -> world.actors.forEach(a -> write(k, a, world.way(k.id(), a.id()))));
        var labels = new ArrayList<LabelFacts>();
        world.labels.forEach(l -> labels.add(write(l)));
        return labels;
    }

    Set<Integer> visible(PolicyWorld.Actor actor, Set<UUID> compartments) {
        db.sql("select access.enter(:member, :organisation, false, :compartments, :now)")
                .param("member", actor.id().value())
                .param("organisation", actor.organisation().value())
                .param("compartments", compartments.toArray(UUID[]::new))
                .param("now", at(PolicyWorld.NOW))
                .query((row, n) -> n)
                .list();
        return new TreeSet<>(db.sql("select unnest(access.visible())").query(Integer.class).list());
    }

    private void write(PolicyWorld.Kase kase) {
        LabelFacts base = write(new LabelFacts(
                new LabelId(1), kase.owner(), Optional.of(kase.id()), Set.of(), Set.of(), Optional.empty(), "none"));
        db.sql("""
                        insert into access.case_terms (id, case_id, owner, label, number, caveats, purpose, authority_from,
                            authority_until, zone, recorded_at, recorded_by, version)
                        values (:id, :case, :owner, :label, :number, :caveats, 'P', :from, :until, 'UTC', :now, :id, :version)
                        """)
                .param("label", base.id().value())
                .param("id", UUID.randomUUID())
                .param("case", kase.id().value())
                .param("owner", kase.owner().value())
                .param("number", kase.id().toString())
                .param("caveats", kase.caveats().toArray(String[]::new))
                .param("from", kase.from())
                .param("until", kase.until())
                .param("now", at(PolicyWorld.NOW))
                .param("version", 1)
                .update();
        for (int i = 0; i < kase.compartments().size(); i++) {
            insert("compartment (id, case_id, series, name, reason, recorded_at, recorded_by)"
                            + " values (?, ?, ?, 'C', 'R', ?, ?)",
                    kase.compartments().get(i), kase.id().value(), i + 1, at(PolicyWorld.NOW), UUID.randomUUID());
        }
        if (kase.sealed()) {
            insert("seal_placed (id, case_id, court_order, recorded_at, recorded_by) values (?, ?, 'O', ?, ?)",
                    UUID.randomUUID(), kase.id().value(), at(PolicyWorld.NOW), UUID.randomUUID());
        }
    }

    private void write(PolicyWorld.Kase kase, PolicyWorld.Actor actor, PolicyWorld.Way way) {
        // An ended standing first: only the live one may count.
        UUID ended = UUID.randomUUID();
        grant(ended, kase, actor, Standing.LEAD, PolicyWorld.NOW.minusSeconds(60));
        insert("grant_ended (given, recorded_at, recorded_by, reason) values (?, ?, ?, 'R')",
                ended, at(PolicyWorld.NOW), actor.id().value());
        way.standing().ifPresent(s -> grant(UUID.randomUUID(), kase, actor, s, PolicyWorld.NOW));
        way.glass()
                .ifPresent(until -> insert(
                        "break_glass (id, case_id, owner, member, reason, recorded_at, expires_at)"
                                + " values (?, ?, ?, ?, 'R', ?, ?)",
                        UUID.randomUUID(),
                        kase.id().value(),
                        kase.owner().value(),
                        actor.id().value(),
                        at(until.minusSeconds(7200)),
                        at(until)));
        way.entered()
                .forEach(c -> insert(
                        "compartment_entry_given (id, compartment, member, reason, recorded_at, recorded_by)"
                                + " values (?, ?, ?, 'R', ?, ?)",
                        UUID.randomUUID(), c, actor.id().value(), at(PolicyWorld.NOW), actor.id().value()));
    }

    private void grant(UUID id, PolicyWorld.Kase kase, PolicyWorld.Actor actor, Standing standing, Instant when) {
        insert("grant_given (id, case_id, member, standing, reason, recorded_at, recorded_by)"
                        + " values (?, ?, ?, ?, 'R', ?, ?)",
                id, kase.id().value(), actor.id().value(), standing.code(), at(when), actor.id().value());
    }

    private LabelFacts write(LabelFacts l) {
        int id = db.sql("""
                        with made as (
                            insert into access.label (owner, case_id, compartments, caveats, envelope, restriction, recorded_at)
                            values (:owner, :case, :compartments, :caveats, :envelope, :restriction, :now)
                            on conflict on constraint label_interned do nothing
                            returning id)
                        select id from made
                        union all
                        select id from access.label
                        where owner = :owner and case_id is not distinct from :case and compartments = :compartments
                          and caveats = cast(:caveats as text[]) and envelope is not distinct from :envelope and restriction = :restriction
                        """)
                .param("owner", l.owner().value())
                .param("case", l.caseId().map(c -> c.value()).orElse(null), Types.OTHER)
                .param("compartments", l.compartments().stream().sorted().toArray(UUID[]::new))
                .param("caveats", l.caveats().stream().sorted().toArray(String[]::new))
                .param("envelope", l.envelope().orElse(null), Types.OTHER)
                .param("restriction", l.restriction())
                .param("now", at(PolicyWorld.NOW))
                .query(Integer.class)
                .single();
        return new LabelFacts(
                new LabelId(id), l.owner(), l.caseId(), l.compartments(), l.caveats(), l.envelope(), l.restriction());
    }

    private void insert(String what, Object... values) {
        db.sql("insert into access." + what).params(values).update();
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

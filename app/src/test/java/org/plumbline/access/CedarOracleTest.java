package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;

/** An engine written by others, with the policy written again in its language, decides as ours does. */
class CedarOracleTest {
    private static final int REQUESTS = 100_000;
    private static final EntityTypeName MEMBER = type("Member");
    private static final EntityTypeName LABEL = type("Label");
    private static final EntityTypeName ORGANISATION = type("Organisation");
    private static final EntityTypeName ACTION = type("Action");

    private final Policy policy = new Policy(Clock.fixed(PolicyWorld.NOW, ZoneOffset.UTC));
    private final BasicAuthorizationEngine cedar = new BasicAuthorizationEngine();
    private PolicySet policies = new PolicySet();

    @BeforeEach
    void policies() throws Exception {
        try (var text = Objects.requireNonNull(getClass().getResourceAsStream("policy.cedar"))) {
            policies = PolicySet.parsePolicies(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        policies.cache();
    }

    @Test
    void bothDecideAlikeOnRandomRequests() throws Exception {
        var allowed = new EnumMap<Right, Integer>(Right.class);
        PolicyWorld world = new PolicyWorld(new Random(0));
        for (int i = 0; i < REQUESTS; i++) {
            if (i % 1000 == 0) {
                world = new PolicyWorld(new Random(i));
            }
            PolicyWorld.Actor actor = world.pick(world.actors);
            Right right = world.pick(List.of(Right.values()));
            LabelFacts label = world.pick(world.labels);
            // Every other time where the record lies, or hardly anybody would ever be inside.
            Asker asker = world.asker(actor, i % 2 == 0 ? label.compartments() : world.somewhere());
            boolean ours;
            boolean theirs;
            if (label.caseId().isEmpty()) {
                ours = policy.onOrganisation(asker, right).allows();
                theirs = asks(member(actor), right, organisation(actor), Map.of());
            } else {
                ours = policy.onCase(asker, right, label, world.facts(label.caseId(), actor))
                        .allows();
                theirs = asks(member(actor), right, label(label), context(world, actor, asker, label));
            }
            assertThat(theirs)
                    .as("request %s: %s %s %s of %s", i, asker, right, label, world.facts(label.caseId(), actor))
                    .isEqualTo(ours);
            allowed.merge(right, ours ? 1 : 0, Integer::sum);
        }
        assertThat(allowed)
                .hasSize(Right.values().length)
                .allSatisfy((right, times) -> assertThat(times)
                        .as("%s was allowed at least once", right)
                        .isPositive());
    }

    private boolean asks(Entity member, Right right, Entity resource, Map<String, Value> context) throws Exception {
        var action = new Entity(new EntityUID(ACTION, right.name()));
        var response = cedar.isAuthorized(
                new AuthorizationRequest(member, action, resource, context),
                policies,
                Set.of(member, action, resource));
        var decision = response.success.orElseThrow(() -> new IOException("Cedar: " + response.errors));
        assertThat(decision.getErrors()).isEmpty();
        return decision.isAllowed();
    }

    private static Entity member(PolicyWorld.Actor actor) {
        return new Entity(
                new EntityUID(MEMBER, actor.id().toString()),
                Map.of(
                        "organisation", text(actor.organisation().toString()),
                        "roles", texts(actor.roles().stream().map(Role::code).toList())),
                Set.of());
    }

    private static Entity organisation(PolicyWorld.Actor actor) {
        return new Entity(new EntityUID(ORGANISATION, actor.organisation().toString()), Map.of(), Set.of());
    }

    private static Entity label(LabelFacts label) {
        return new Entity(
                new EntityUID(LABEL, label.id().toString()),
                Map.of(
                        "owner", text(label.owner().toString()),
                        "compartments", ids(label.compartments()),
                        "enveloped", new PrimBool(label.envelope().isPresent()),
                        "restriction", text(label.restriction())),
                Set.of());
    }

    private static Map<String, Value> context(
            PolicyWorld world, PolicyWorld.Actor actor, Asker asker, LabelFacts label) {
        PolicyWorld.Kase kase = world.kase(label.caseId()).orElseThrow();
        PolicyWorld.Way way = world.way(kase.id(), actor.id());
        var caveats = new TreeSet<>(label.caveats());
        caveats.addAll(kase.caveats());
        var context = new HashMap<String, Value>();
        context.put("hasCase", new PrimBool(true));
        context.put("caseOwner", text(kase.owner().toString()));
        context.put("standing", text(way.standing().map(Standing::code).orElse("")));
        context.put(
                "glass",
                new PrimBool(way.glass().filter(PolicyWorld.NOW::isBefore).isPresent()));
        context.put("entered", ids(way.entered()));
        context.put("workedIn", ids(asker.compartments()));
        context.put("caveats", texts(caveats));
        context.put("sealed", new PrimBool(kase.sealed()));
        context.put("held", new PrimBool(kase.held()));
        context.put("from", new PrimLong(kase.from().toEpochDay()));
        context.put("until", new PrimLong(kase.until().toEpochDay()));
        context.put("today", new PrimLong(PolicyWorld.TODAY.toEpochDay()));
        context.put("inSession", new PrimBool(asker.inSession()));
        context.put("purposeIsOfThisCase", new PrimBool(asker.purposeOf().equals(Optional.of(kase.id()))));
        return context;
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    private static Value text(String value) {
        return new PrimString(value);
    }

    private static Value ids(Collection<UUID> ids) {
        return texts(ids.stream().map(UUID::toString).toList());
    }

    private static Value texts(Collection<String> words) {
        var list = new CedarList();
        words.forEach(word -> list.add(text(word)));
        return list;
    }
}

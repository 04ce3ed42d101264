package org.plumbline.custody.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.access.Access;
import org.plumbline.access.Grant;
import org.plumbline.access.Stamps;
import org.plumbline.access.Standing;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.EventTime;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Person;
import org.plumbline.engine.evidence.custody.Place;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** Puts acts together and asks whether they keep the rules, inside the act that keeps them for a signature. */
@Component
class Preparing {
    /** How long an act waits for the signature of whoever put it together. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final Chains chains;
    private final ExhibitRegister exhibits;
    private final Across across;
    private final Access access;
    private final Members members;
    private final CaseNumbers numbers;
    private final KnownPlaces places;
    private final KnownExhibits others;
    private final Stamps stamps;
    private final Ids ids;
    private final Clock clock;

    Preparing(
            Chains chains,
            ExhibitRegister exhibits,
            Across across,
            Access access,
            Members members,
            CaseNumbers numbers,
            KnownPlaces places,
            KnownExhibits others,
            Stamps stamps,
            Ids ids,
            Clock clock) {
        this.chains = chains;
        this.exhibits = exhibits;
        this.across = across;
        this.access = access;
        this.members = members;
        this.numbers = numbers;
        this.places = places;
        this.others = others;
        this.stamps = stamps;
        this.ids = ids;
        this.clock = clock;
    }

    List<Place> places() {
        return places.open();
    }

    /** Colleagues who may handle exhibits of the case, by name. */
    List<Person> people(CaseId caseId) {
        List<MemberId> team = access.grants(caseId).stream()
                .filter(g -> g.standing() != Standing.READER)
                .map(Grant::member)
                .distinct()
                .toList();
        return members.names(team).entrySet().stream()
                .map(e -> new Person(e.getKey().value(), e.getValue()))
                .sorted(java.util.Comparator.comparing(Person::name))
                .toList();
    }

    Draft draft(CaseId caseId, Chains.Of of, Kind kind, ActFields fields, Optional<Digest> found) {
        Instant now = now();
        Known known = known(caseId, of, found.map(Digest::hex), now);
        // Said before anything is found wrong with the fields: who may not do it need not fill them in.
        of.chain().obstacle(kind, Acting.require().member().value()).ifPresent(broken -> {
            throw chains.refusal(broken, of.exhibit(), kind).asException();
        });
        EventTime at = fields.at(now, known.zone());
        Deed deed = new DeedInput(fields, known).of(kind);
        fields.check();
        Act act = act(caseId, of, at, deed, now);
        keepsTheRules(caseId, of, act);
        return new Draft(
                ids.next(),
                stamps.of(of.exhibit().stamp().label(), Optional.of(caseId)),
                act,
                Acting.require().member(),
                Optional.of(Acting.require().session()),
                Optional.empty(),
                now.plus(KEPT));
    }

    Act act(CaseId caseId, Chains.Of of, EventTime at, Deed deed, Instant now) {
        Acting acting = Acting.require();
        return new Act(
                ids.next(),
                of.exhibit().stamp().owner().value(),
                caseId.value(),
                numbers.number(caseId),
                of.exhibit().id(),
                of.exhibit().reference(),
                of.chain().length() + 1,
                of.chain().last(),
                at,
                now,
                new Person(acting.member().value(), acting.name()),
                deed);
    }

    /** How things stand after the act; what breaks a rule is refused. */
    Custody keepsTheRules(CaseId caseId, Chains.Of of, Act act) {
        try {
            Custody after = of.chain().with(act).custody();
            across.check(caseId, of, act);
            places.stillOpen(act);
            return after;
        } catch (Broken broken) {
            throw chains.refusal(broken, of.exhibit(), act.kind()).asException();
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Known known(CaseId caseId, Chains.Of of, Optional<String> found, Instant now) {
        List<Person> people = people(caseId);
        Function<UUID, Optional<Person>> person =
                id -> people.stream().filter(p -> p.id().equals(id)).findFirst();
        return new Known(
                of.chain(),
                of.acts(),
                found,
                person,
                places,
                id -> exhibits.find(caseId, id),
                typed -> others.coded(caseId, typed),
                chains.given(caseId, of),
                ids::next,
                now,
                access.terms(caseId).zone());
    }
}

package org.plumbline.custody.acts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.custody.Lineage;
import org.plumbline.custody.Origin;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.EventTime;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Person;
import org.plumbline.engine.evidence.custody.Place;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Custody of exhibits: what was done with each, how things stand, and the two steps of every act. */
@Service
@Application
public class Custodies {
    private static final Action READ = new Action("custody.read-acts", Right.READ);
    private static final Action REGISTER = new Action("custody.register", Right.WRITE);
    private static final Action PREPARE = new Action("custody.prepare-act", Right.HANDLE_EXHIBITS);
    private static final Set<Kind> HASHED = EnumSet.of(Kind.TRANSFER_IN, Kind.CHECK_IN, Kind.COPY);

    private final Acts acts;
    private final Chains chains;
    private final ExhibitRegister exhibits;
    private final Preparing preparing;
    private final Recording recording;
    private final Signing signing;
    private final DraftTable drafts;
    private final KnownExhibits others;
    private final CaseNumbers numbers;

    Custodies(
            Acts acts,
            Chains chains,
            ExhibitRegister exhibits,
            Preparing preparing,
            Recording recording,
            Signing signing,
            DraftTable drafts,
            KnownExhibits others,
            CaseNumbers numbers) {
        this.acts = acts;
        this.chains = chains;
        this.exhibits = exhibits;
        this.preparing = preparing;
        this.recording = recording;
        this.signing = signing;
        this.drafts = drafts;
        this.others = others;
        this.numbers = numbers;
    }

    /** An act that was put together, with what signing it asks for. */
    public record Prepared(Draft draft, boolean byPasskey, boolean attestable) {}

    /** What came of a signature: an act that is recorded, or a disposal that waits for its witness. */
    public record Signed(Draft draft, Optional<RecordedAct> recorded) {}

    /** Who and where an act can name. */
    public record Choices(List<Person> people, List<Place> places) {
        public Choices {
            people = List.copyOf(people);
            places = List.copyOf(places);
        }
    }

    /** How things stand with an exhibit, and all that was done with it. */
    public ExhibitCustody read(CaseId caseId, UUID exhibit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Chains.Of of = chains.of(caseId, exhibit);
            var found = new ExhibitCustody(
                    of.exhibit(),
                    numbers.number(caseId),
                    of.chain(),
                    of.acts(),
                    chains.names(of),
                    others.numbers(caseId, of),
                    chains.obstacles(of),
                    drafts.waiting(exhibit, Acting.require().member(), preparing.now()));
            return Noted.of(found, of.exhibit().ref());
        });
    }

    /** Who and where an act in this case can name. */
    public Choices choices(CaseId caseId) {
        return acts.consult(
                READ, Scope.of(caseId), () -> Noted.of(new Choices(preparing.people(caseId), preparing.places())));
    }

    /** What all of an exhibit can go into, by number: at most 200, the others are named by number or tag. */
    public List<Exhibit> takers(CaseId caseId, UUID exhibit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<Exhibit> takers = others.takers(caseId, chains.of(caseId, exhibit));
            return Noted.of(takers, takers.stream().map(Exhibit::ref).toList());
        });
    }

    /** Gives a thing its number in the case; its acquisition is the first act on it. */
    public Exhibit register(CaseId caseId, @Nullable String name, Optional<UUID> parent) {
        return acts.perform(REGISTER, Scope.of(caseId), () -> {
            Exhibit made = made(caseId, name, parent);
            return Noted.of(made, made.ref()).with("number", made.reference());
        });
    }

    /** Gives a thing its number, and puts its acquisition together; when that is refused, nothing is left of either. */
    public Prepared collect(
            CaseId caseId, @Nullable String name, Optional<UUID> parent, Function<String, @Nullable String> fields) {
        return acts.perform(REGISTER, Scope.of(caseId), () -> {
            Exhibit made = made(caseId, name, parent);
            Draft draft = preparing.draft(
                    caseId, chains.of(caseId, made.id()), Kind.COLLECT, new ActFields(fields), Optional.empty());
            drafts.insert(draft);
            return Noted.of(prepared(draft), made.ref()).with("number", made.reference());
        });
    }

    private Exhibit made(CaseId caseId, @Nullable String name, Optional<UUID> parent) {
        var input = new Input();
        String called = input.text("name", name, 300);
        Optional<Exhibit> of = parent.flatMap(id -> exhibits.find(caseId, id));
        if (parent.isPresent() && of.isEmpty()) {
            input.refuse(
                    "parent", "not-an-exhibit", Map.of("value", parent.get().toString()));
        }
        input.check();
        return exhibits.add(caseId, called, Origin.COLLECTED, below(of));
    }

    private static Lineage below(Optional<Exhibit> parent) {
        return new Lineage(
                parent.map(Exhibit::id), parent.map(p -> p.lineage().root().orElse(p.id())), Optional.empty());
    }

    /**
     * Puts an act together and keeps it for ten minutes until it is signed.
     *
     * @param kind the kind of act, by its code
     * @param fields the value of a field by its name, the same in forms and in JSON
     */
    public Prepared prepare(
            CaseId caseId, UUID exhibit, @Nullable String kind, Function<String, @Nullable String> fields) {
        Optional<Digest> found = Kind.ofCode(kind == null ? "" : kind)
                .filter(HASHED::contains)
                .flatMap(hashed -> hashed(caseId, exhibit, hashed));
        return acts.perform(PREPARE, Scope.of(caseId), () -> {
            Chains.Of chain = chains.of(caseId, exhibit);
            Kind of = kind(kind);
            Draft draft = preparing.draft(caseId, chain, of, new ActFields(fields), found);
            drafts.insert(draft);
            return Noted.of(prepared(draft), chain.exhibit().ref()).with("kind", of.code());
        });
    }

    private static Kind kind(@Nullable String code) {
        var input = new Input();
        Kind kind = input.choice("kind", code, Kind.class);
        input.check();
        return kind;
    }

    /** The bytes are read outside the transaction of the act: they may be many. */
    private Optional<Digest> hashed(CaseId caseId, UUID exhibit, Kind kind) {
        Exhibit of = acts.consult(READ, Scope.of(caseId), () -> {
            Chains.Of chain = chains.of(caseId, exhibit);
            return Noted.of(chain.exhibit(), chain.exhibit().ref());
        });
        Optional<Digest> found = exhibits.hashed(caseId, of);
        boolean same = found.equals(of.content().map(c -> c.digest()));
        if (!same) {
            altered(caseId, of, kind, found);
        }
        return found;
    }

    /** What was found is on the exhibit's record before the hand-over is refused. */
    private void altered(CaseId caseId, Exhibit exhibit, Kind kind, Optional<Digest> found) {
        acts.perform(ActActions.of(Kind.EXCEPTION), Scope.of(caseId), () -> {
            Chains.Of of = chains.of(caseId, exhibit.id());
            Instant now = preparing.now();
            var at = new EventTime(now.toString(), EventTime.Clock.SERVER, Optional.empty());
            var what = new Deed.Incident(
                    found.isPresent()
                            ? "Found another digest at " + kind.code() + " than at receipt"
                            : "The content did not open at " + kind.code(),
                    found.map(Digest::hex));
            RecordedAct recorded = recording.record(
                    caseId, of, preparing.act(caseId, of, at, what, now), signing.own(), Optional.empty());
            return recording.noted(of, recorded);
        });
        throw found.map(digest -> Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "custody-digest-mismatch",
                        Map.of(
                                "number", exhibit.reference(),
                                "found", digest.hex(),
                                "expected",
                                        exhibit.content().orElseThrow().digest().hex())))
                .orElseGet(() -> Refusal.of(
                        Refusal.Kind.CONFLICT, "custody-content-damaged", Map.of("number", exhibit.reference())))
                .asException();
    }

    /** An act that waits for the acting person's signature. */
    public Prepared draft(CaseId caseId, UUID exhibit, UUID draft) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Chains.Of of = chains.of(caseId, exhibit);
            return Noted.of(prepared(mine(exhibit, draft)), of.exhibit().ref());
        });
    }

    /** What the browser is asked for to sign the act by a passkey. */
    public Map<String, Object> ask(CaseId caseId, UUID exhibit, UUID draft) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Chains.Of of = chains.of(caseId, exhibit);
            return Noted.of(
                    signing.ask(mine(exhibit, draft).act().digest()),
                    of.exhibit().ref());
        });
    }

    /** Signs an act and records it; a disposal that its witness has not signed yet waits for that. */
    public Signed sign(CaseId caseId, UUID exhibit, UUID draft, SignedWith with) {
        Draft mine = draft(caseId, exhibit, draft).draft();
        Action action = mine.first().isPresent() ? Recording.WITNESS : ActActions.of(mine.act());
        return acts.perform(action, Scope.of(caseId), () -> {
            Chains.Of of = chains.of(caseId, exhibit);
            recording.stillOpen(of, mine);
            Signature signature = signing.take(with, mine.act().digest());
            return mine.act().kind() == Kind.DISPOSE && mine.first().isEmpty()
                    ? askWitness(caseId, of, mine, signature)
                    : record(caseId, of, mine, signature);
        });
    }

    private Noted<Signed> askWitness(CaseId caseId, Chains.Of of, Draft mine, Signature signature) {
        preparing.keepsTheRules(caseId, of, mine.act());
        Draft waiting = recording.forWitness(mine, signature);
        drafts.insert(waiting);
        return Noted.of(new Signed(waiting, Optional.empty()), of.exhibit().ref())
                .with("signed", signature.way());
    }

    private Noted<Signed> record(CaseId caseId, Chains.Of of, Draft mine, Signature signature) {
        RecordedAct recorded = recording.record(
                caseId,
                of,
                mine.act(),
                mine.first().orElse(signature),
                mine.first().map(first -> signature));
        Noted<RecordedAct> noted = recording.noted(of, recorded);
        return new Noted<>(
                new Signed(mine, Optional.of(recorded)), noted.refs(), noted.facts(), noted.opened(), noted.under());
    }

    private Draft mine(UUID exhibit, UUID id) {
        Acting acting = Acting.require();
        return drafts.find(exhibit, id)
                .filter(d -> d.signer().equals(acting.member()))
                .filter(d -> d.session().map(acting.session()::equals).orElse(true))
                .orElseThrow(Refusal.absent()::asException);
    }

    private Prepared prepared(Draft draft) {
        return new Prepared(draft, signing.byPasskey(), signing.attestable());
    }
}

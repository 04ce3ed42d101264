package org.plumbline.custody.acts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.custody.Lineage;
import org.plumbline.custody.Origin;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/** Puts signed acts on record: the next in the chain, or nothing when another was quicker. */
@Component
class Recording {
    static final Action WITNESS = new Action("custody.witness-disposal", Right.HANDLE_EXHIBITS);
    /** A witness need not sit at the same desk. */
    private static final Duration FOR_WITNESS = Duration.ofHours(24);

    private final ActTable table;
    private final Preparing preparing;
    private final ExhibitRegister exhibits;
    private final Stamps stamps;
    private final Ids ids;

    Recording(ActTable table, Preparing preparing, ExhibitRegister exhibits, Stamps stamps, Ids ids) {
        this.table = table;
        this.preparing = preparing;
        this.exhibits = exhibits;
        this.stamps = stamps;
        this.ids = ids;
    }

    /** Refuses an act that was recorded already, waited too long, or was overtaken. */
    void stillOpen(Chains.Of of, Draft draft) {
        if (of.acts().stream().anyMatch(a -> a.act().id().equals(draft.act().id()))) {
            throw refused("custody-signed-already", of, Map.of());
        }
        overtaken(of, draft.act());
        if (!preparing.now().isBefore(draft.until())) {
            throw refused("custody-draft-expired", of, Map.of());
        }
    }

    private void overtaken(Chains.Of of, Act act) {
        if (act.sequence() != of.chain().length() + 1
                || !act.previous().equals(of.chain().last())) {
            throw movedOn(of);
        }
    }

    private RuntimeException movedOn(Chains.Of of) {
        Act last = of.acts().getLast().act();
        return refused(
                "custody-moved-on",
                of,
                Map.of("kind", last.kind().code(), "person", last.by().name()));
    }

    private static RuntimeException refused(String code, Chains.Of of, Map<String, String> more) {
        var said = new java.util.HashMap<>(more);
        said.put("number", of.exhibit().reference());
        return Refusal.of(Refusal.Kind.CONFLICT, code, said).asException();
    }

    /** The same disposal, waiting for the witness whom it names. */
    Draft forWitness(Draft signed, Signature first) {
        if (!(signed.act().deed() instanceof Deed.Dispose dispose)) {
            throw new IllegalStateException("Only a disposal has a witness");
        }
        return new Draft(
                ids.next(),
                stamps.of(signed.stamp().label(), signed.stamp().caseId()),
                signed.act(),
                new MemberId(dispose.witness().id()),
                Optional.empty(),
                Optional.of(first),
                preparing.now().plus(FOR_WITNESS));
    }

    RecordedAct record(CaseId caseId, Chains.Of of, Act act, Signature signature, Optional<Signature> witness) {
        overtaken(of, act);
        Custody after = preparing.keepsTheRules(caseId, of, act);
        Stamp stamp = stamps.of(of.exhibit().stamp().label(), Optional.of(caseId));
        var recorded = new RecordedAct(stamp, act, signature, witness);
        if (!table.insert(stamp, recorded, after)) {
            throw table.of(act.exhibit()).isEmpty()
                    ? new IllegalStateException("An act that nobody may see took its place")
                    : movedOn(new Chains.Of(of.exhibit(), of.chain(), table.of(act.exhibit())));
        }
        if (act.deed() instanceof Deed.Split split) {
            divide(caseId, of.exhibit(), split);
        }
        return recorded;
    }

    private void divide(CaseId caseId, Exhibit whole, Deed.Split split) {
        for (Deed.Part part : split.parts()) {
            exhibits.add(
                    caseId,
                    part.exhibit(),
                    part.name(),
                    Origin.DIVIDED,
                    new Lineage(
                            Optional.of(whole.id()),
                            Optional.of(whole.lineage().root().orElse(whole.id())),
                            Optional.of(part.quantity())));
        }
    }

    /** What the trail says of it: the digest that was signed, and how. */
    Noted<RecordedAct> noted(Chains.Of of, RecordedAct recorded) {
        var refs = new ArrayList<Ref>();
        refs.add(of.exhibit().ref());
        if (recorded.act().deed() instanceof Deed.Split split) {
            split.parts()
                    .forEach(p -> refs.add(
                            new Ref("exhibit", p.exhibit(), of.exhibit().stamp().owner())));
        }
        Noted<RecordedAct> noted = Noted.of(recorded, refs)
                .with("act", recorded.digest().hex())
                .with("signed", recorded.signature().way());
        return recorded.witness().map(w -> noted.with("witnessed", w.way())).orElse(noted);
    }
}

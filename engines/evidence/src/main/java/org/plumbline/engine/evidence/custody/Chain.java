package org.plumbline.engine.evidence.custody;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The receipt of an exhibit and the acts on it so far, each of which kept the rules. The server lets no other act in,
 * and a verifier replays them by the same rules. Not changed: {@link #with} gives the longer one.
 */
public final class Chain {
    private final Receipt receipt;
    private final ActDigest last;
    private final Optional<Act> lastAct;
    private final int length;
    private final Set<ActDigest> digests;
    private final Custody custody;

    private Chain(
            Receipt receipt,
            ActDigest last,
            Optional<Act> lastAct,
            int length,
            Set<ActDigest> digests,
            Custody custody) {
        this.receipt = receipt;
        this.last = last;
        this.lastAct = lastAct;
        this.length = length;
        this.digests = digests;
        this.custody = custody;
    }

    /** The chain of an exhibit without acts. */
    public static Chain of(Receipt receipt) {
        return new Chain(receipt, receipt.digest(), Optional.empty(), 0, Set.of(), Custody.of(receipt));
    }

    /** Replays acts in order; the first that breaks a rule says which. Signatures are checked apart. */
    public static Chain replay(Receipt receipt, List<Act> acts) throws Broken {
        Chain chain = of(receipt);
        for (Act act : acts) {
            chain = chain.with(act);
        }
        return chain;
    }

    /** The receipt. */
    public Receipt receipt() {
        return receipt;
    }

    /** How things stand. */
    public Custody custody() {
        return custody;
    }

    /** How many acts there are. */
    public int length() {
        return length;
    }

    /** What the next act names as the one before it. */
    public ActDigest last() {
        return last;
    }

    /** Why this person can do no act of this kind now, whatever its details; absent when nothing is against it. */
    public Optional<Broken> obstacle(Kind kind, UUID by) {
        return new Ready(receipt, custody).obstacle(kind, by);
    }

    /** The chain with one more act. */
    public Chain with(Act act) throws Broken {
        link(act);
        time(act);
        Optional<Broken> obstacle = obstacle(act.kind(), act.by().id());
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
        new Fits(receipt, custody, digests).check(act);
        var all = new LinkedHashSet<>(digests);
        ActDigest digest = act.digest();
        all.add(digest);
        return new Chain(receipt, digest, Optional.of(act), length + 1, all, after(act, digest));
    }

    private void link(Act act) throws Broken {
        boolean same = act.exhibit().equals(receipt.id())
                && act.number().equals(receipt.number())
                && act.caseId().equals(receipt.caseId())
                && act.organisation().equals(receipt.organisation());
        if (!same) {
            throw Broken.of(Rule.OTHER_EXHIBIT, "exhibit", act.number());
        }
        if (act.sequence() != length + 1) {
            throw Broken.of(Rule.SEQUENCE, "expected", length + 1);
        }
        if (!act.previous().equals(last)) {
            throw Broken.of(Rule.PREVIOUS, "expected", last);
        }
    }

    private void time(Act act) throws Broken {
        if (act.at().after(act.preparedAt())) {
            throw Broken.of(Rule.IN_THE_FUTURE, "at", act.at().text());
        }
        if (lastAct.filter(before -> act.preparedAt().isBefore(before.preparedAt()))
                .isPresent()) {
            throw Broken.of(Rule.BEFORE_THE_LAST, "at", act.preparedAt());
        }
    }

    private Custody after(Act act, ActDigest digest) {
        return switch (act.deed()) {
            case Deed.Collect collect ->
                custody.acquired(
                        collect.acquisition().quantity(), collect.acquisition().place());
            case Deed.Seal seal -> custody.sealed(seal.seal());
            case Deed.BreakSeal broken -> custody.opened();
            case Deed.Reseal seal -> custody.sealed(seal.seal());
            case Deed.TransferOut out ->
                custody.released(new Custody.Transfer(custody.custodian(), out.to(), out.until(), digest));
            case Deed.TransferIn in -> custody.taken(act.by().id(), in.found().place());
            case Deed.CheckOut out -> custody.out(Optional.of(new Custody.Out(out.to(), out.toName(), out.until())));
            case Deed.CheckIn in ->
                custody.out(Optional.empty()).at(in.found().place().or(custody::place));
            case Deed.Move move -> custody.at(Optional.of(move.place()));
            case Deed.Split split -> custody.holding(split.remaining());
            case Deed.MergeOut merge -> custody.merged(merge.into());
            case Deed.MergeIn merge -> custody.holding(merge.total());
            case Deed.Dispose dispose -> custody.ended(dispose.ending());
            case Deed.Inspect inspect -> custody;
            case Deed.Copy copy -> custody;
            case Deed.Analyse analyse -> custody;
            case Deed.Incident incident -> custody;
            case Deed.Correct correct -> custody;
        };
    }
}

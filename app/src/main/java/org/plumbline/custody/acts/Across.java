package org.plumbline.custody.acts;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.StandingHolds;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Rules between an act and what stands beside its chain: other exhibits, and holds. */
@Component
class Across {
    private static final int DEEPEST = 1000;

    private final Chains chains;
    private final ExhibitRegister exhibits;
    private final StandingHolds holds;

    Across(Chains chains, ExhibitRegister exhibits, StandingHolds holds) {
        this.chains = chains;
        this.exhibits = exhibits;
        this.holds = holds;
    }

    void check(CaseId caseId, Chains.Of of, Act act) {
        switch (act.deed()) {
            case Deed.Dispose dispose -> holds.letGo(caseId, line(caseId, of.exhibit()));
            case Deed.MergeOut merge -> mayGoInto(caseId, of, merge);
            case Deed.MergeIn merge -> wereGiven(caseId, of, merge);
            case Deed.Collect collect -> {}
            case Deed.Seal seal -> {}
            case Deed.Inspect inspect -> {}
            case Deed.BreakSeal broken -> {}
            case Deed.Reseal seal -> {}
            case Deed.TransferOut out -> {}
            case Deed.TransferIn in -> {}
            case Deed.CheckOut out -> {}
            case Deed.CheckIn in -> {}
            case Deed.Move move -> {}
            case Deed.Copy copy -> {}
            case Deed.Analyse analyse -> {}
            case Deed.Split split -> {}
            case Deed.Incident incident -> {}
            case Deed.Correct correct -> {}
        }
    }

    /** The exhibit and everything that it was taken out of. */
    private Set<UUID> line(CaseId caseId, Exhibit exhibit) {
        var line = new HashSet<UUID>();
        Optional<Exhibit> at = Optional.of(exhibit);
        while (at.isPresent() && line.add(at.get().id()) && line.size() < DEEPEST) {
            exhibit.lineage().root().ifPresent(line::add);
            at = at.flatMap(e -> e.lineage().parent()).flatMap(id -> exhibits.find(caseId, id));
        }
        return line;
    }

    private void mayGoInto(CaseId caseId, Chains.Of of, Deed.MergeOut merge) {
        Chains.Of into = chains.of(caseId, merge.into());
        Custody there = into.chain().custody();
        boolean sameUnit = there.quantity()
                .map(Quantity::unit)
                .filter(merge.quantity().unit()::equals)
                .isPresent();
        boolean open = there.disposed().isEmpty() && there.mergedInto().isEmpty();
        if (!sameUnit || !open || !there.custodian().equals(of.chain().custody().custodian())) {
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "custody-cannot-go-into",
                            Map.of(
                                    "number",
                                    of.exhibit().reference(),
                                    "into",
                                    into.exhibit().reference()))
                    .asException();
        }
    }

    private void wereGiven(CaseId caseId, Chains.Of of, Deed.MergeIn merge) {
        if (!Set.copyOf(chains.given(caseId, of)).containsAll(merge.sources())) {
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "custody-not-given",
                            Map.of("number", of.exhibit().reference()))
                    .asException();
        }
    }
}

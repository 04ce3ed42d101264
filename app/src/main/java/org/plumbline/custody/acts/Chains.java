package org.plumbline.custody.acts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Content;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Chain;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.Rule;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The chains of exhibits as they are recorded, and refusals of what breaks their rules, in words of the field. */
@Component
public class Chains {
    private final ExhibitRegister exhibits;
    private final ActTable table;
    private final Members members;

    Chains(ExhibitRegister exhibits, ActTable table, Members members) {
        this.exhibits = exhibits;
        this.table = table;
        this.members = members;
    }

    /** An exhibit with its chain, inside a transaction of an act or a consultation. */
    public record Of(Exhibit exhibit, Chain chain, List<RecordedAct> acts) {
        public Of {
            acts = List.copyOf(acts);
        }
    }

    /** The exhibit's chain; an exhibit that the acting person cannot see is absent. */
    public Of of(CaseId caseId, UUID id) {
        Exhibit exhibit = exhibits.find(caseId, id).orElseThrow(Refusal.absent()::asException);
        List<RecordedAct> acts = table.of(id);
        try {
            return new Of(
                    exhibit,
                    Chain.replay(
                            receipt(exhibit),
                            acts.stream().map(RecordedAct::act).toList()),
                    acts);
        } catch (Broken broken) {
            throw new IllegalStateException("The acts in the records break a rule", broken);
        }
    }

    /** The receipt of an exhibit: what its chain begins with. */
    public static Receipt receipt(Exhibit exhibit) {
        return new Receipt(
                exhibit.id(),
                exhibit.stamp().owner().value(),
                exhibit.stamp().caseId().orElseThrow().value(),
                exhibit.reference(),
                exhibit.name(),
                exhibit.origin().code(),
                exhibit.lineage().parent(),
                exhibit.lineage().root(),
                exhibit.content().map(c -> c.digest().hex()),
                exhibit.content().map(Content::bytes),
                exhibit.lineage().quantity(),
                exhibit.stamp().recordedAt(),
                exhibit.stamp().recordedBy().value());
    }

    /** What was given into this exhibit and not taken in yet. */
    List<Deed.Source> given(CaseId caseId, Of into) {
        var taken = new ArrayList<>();
        into.acts().stream()
                .map(a -> a.act().deed())
                .filter(Deed.MergeIn.class::isInstance)
                .map(Deed.MergeIn.class::cast)
                .forEach(in -> in.sources().forEach(source -> taken.add(source.act())));
        return table.givenInto(caseId, into.exhibit().id()).stream()
                .filter(a -> !taken.contains(a.digest()))
                .map(Chains::source)
                .toList();
    }

    private static Deed.Source source(RecordedAct given) {
        Act act = given.act();
        if (act.deed() instanceof Deed.MergeOut out) {
            return new Deed.Source(act.exhibit(), act.number(), given.digest(), out.quantity());
        }
        throw new IllegalStateException("An act gave into an exhibit without being a merge-out");
    }

    /** What keeps the acting person from each kind of act now. */
    Map<Kind, Refusal> obstacles(Of of) {
        var all = new HashMap<Kind, Refusal>();
        for (Kind kind : Kind.values()) {
            of.chain()
                    .obstacle(kind, Acting.require().member().value())
                    .ifPresent(broken -> all.put(kind, refusal(broken, of.exhibit(), kind)));
        }
        return all;
    }

    /** The refusal of an act that would break a rule. */
    Refusal refusal(Broken broken, Exhibit exhibit, Kind kind) {
        var said = new HashMap<String, String>(Map.of("number", exhibit.reference(), "kind", kind.code()));
        said.putAll(broken.facts());
        Optional.ofNullable(said.get("custodian")).ifPresent(id -> said.put("custodian", name(id)));
        Optional.ofNullable(said.get("into")).ifPresent(id -> said.put("into", reference(exhibit, id)));
        Refusal.Kind how = broken.rule() == Rule.FORM ? Refusal.Kind.INVALID : Refusal.Kind.CONFLICT;
        String code = "custody-" + broken.rule().code();
        return Refusal.of(how, code, said);
    }

    private String name(String id) {
        var member = new MemberId(UUID.fromString(id));
        return members.names(List.of(member)).getOrDefault(member, "");
    }

    private String reference(Exhibit exhibit, String id) {
        return exhibits.find(exhibit.stamp().caseId().orElseThrow(), UUID.fromString(id))
                .map(Exhibit::reference)
                .orElse("");
    }

    /** Everybody that a chain names, for pages. */
    Map<MemberId, String> names(Of of) {
        var all = new ArrayList<MemberId>();
        Custody custody = of.chain().custody();
        all.add(new MemberId(custody.custodian()));
        all.add(of.exhibit().stamp().recordedBy());
        custody.out().flatMap(Custody.Out::to).map(MemberId::new).ifPresent(all::add);
        of.acts().forEach(a -> all.add(new MemberId(a.act().by().id())));
        return members.names(all);
    }
}

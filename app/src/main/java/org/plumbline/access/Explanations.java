package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Who can see a record, and why; and why a colleague can't. The answers come from the rulings of the policy itself, so
 * they can't say something else than what is done.
 */
@Service
@Application
public class Explanations {
    private static final Action WHO = new Action("access.explain", Right.READ);
    private static final Action WHY_NOT = new Action("access.explain-for", Right.READ);

    private final Acts acts;
    private final AccessTable table;
    private final RecordLabels labels;
    private final OpeningTable openings;
    private final Members members;
    private final Policy policy;
    private final Clock clock;

    Explanations(
            Acts acts, AccessTable table, RecordLabels labels, OpeningTable openings, Members members, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.labels = labels;
        this.openings = openings;
        this.members = members;
        this.policy = new Policy(clock);
        this.clock = clock;
    }

    /**
     * What is so for one member.
     *
     * @param sees whether the record is there for the member
     * @param rule what opens it ({@code standing}, {@code break-glass}) or the first thing that closes it
     * @param grant the standing, where there is one
     * @param until when it ends by itself, for an opening by break-glass
     */
    public record Line(MemberId member, boolean sees, String rule, Optional<Grant> grant, Optional<Instant> until) {}

    /**
     * Who can see a record.
     *
     * @param compartments how many compartments it lies in
     * @param caveats the caveats it is under
     * @param lines everybody with a way into the case; nobody else sees it
     */
    public record Explanation(Ref ref, int compartments, Set<String> caveats, boolean marked, List<Line> lines) {
        public Explanation {
            caveats = Set.copyOf(caveats);
            lines = List.copyOf(lines);
        }
    }

    /** Who can see a record of a case that the acting person can see, and why. */
    public Explanation who(CaseId caseId, Ref ref) {
        return acts.consult(WHO, Scope.of(caseId), () -> {
            LabelFacts label = labelOf(caseId, ref);
            var people = new LinkedHashSet<MemberId>();
            table.grants(caseId).forEach(g -> people.add(g.member()));
            openings.ofCase(caseId, clock.instant()).forEach(people::add);
            return Noted.of(explained(caseId, ref, label, people), ref);
        });
    }

    /** Whether a colleague can see a record that the acting person can see, and why or why not. */
    public Explanation whyNot(CaseId caseId, Ref ref, MemberId member) {
        return acts.consult(WHY_NOT, Scope.of(caseId), () -> {
            if (members.colleague(member).isEmpty()) {
                throw Refusal.invalid(List.of(new Refusal.Field("member", "not-a-colleague", Map.of())))
                        .asException();
            }
            LabelFacts label = labelOf(caseId, ref);
            return Noted.of(explained(caseId, ref, label, Set.of(member)), ref).with("member", member);
        });
    }

    private LabelFacts labelOf(CaseId caseId, Ref ref) {
        return labels.of(ref)
                .flatMap(table::label)
                .filter(l -> l.caseId().equals(Optional.of(caseId)))
                .orElseThrow(Refusal.absent()::asException);
    }

    private Explanation explained(CaseId caseId, Ref ref, LabelFacts label, Set<MemberId> people) {
        List<Grant> grants = table.grants(caseId);
        var lines = new ArrayList<Line>();
        Set<String> caveats = Set.of();
        for (MemberId member : people) {
            Optional<CaseFacts> facts = table.facts(caseId, member);
            caveats = facts.map(f -> Caveats.of(label, f)).orElse(caveats);
            lines.add(line(member, label, facts, grants));
        }
        return new Explanation(
                ref, label.compartments().size(), caveats, label.restriction().equals("marked"), lines);
    }

    private Line line(MemberId member, LabelFacts label, Optional<CaseFacts> facts, List<Grant> grants) {
        // As somebody who works in the record's own compartments: whether they may is for the policy to say.
        var asker = new Asker(Acting.require().organisation(), Set.of(), label.caseId(), label.compartments(), false);
        Ruling ruling =
                members.colleague(member).isEmpty() ? new Ruling.Hidden("left") : policy.visible(asker, label, facts);
        String rule = switch (ruling) {
            case Ruling.Yes yes -> yes.ground();
            case Ruling.Hidden hidden -> hidden.rule();
            case Ruling.No no -> no.code();
        };
        Optional<Grant> grant =
                grants.stream().filter(g -> g.member().equals(member)).reduce((older, newer) -> newer);
        Optional<Instant> until = rule.equals("break-glass") ? facts.flatMap(CaseFacts::glass) : Optional.empty();
        return new Line(member, ruling.allows(), rule, grant, until);
    }
}

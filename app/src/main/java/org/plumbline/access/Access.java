package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Component;

/**
 * The one decision point, and the one place where the facts of decisions are written. Each method runs inside the
 * transaction of the act that calls it.
 */
@Component
public class Access {
    private final AccessTable table;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    Access(AccessTable table, Ids ids, Clock clock) {
        this.table = table;
        this.policy = new Policy(clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides whether the acting person may do this, now. */
    public Decision decide(Acting acting, Action action, Scope scope) {
        return switch (scope) {
            case Scope.OfCase of -> policy.onCase(acting, action, table.facts(of.caseId(), acting.member()));
            case Scope.Labelled of -> policy.onCase(acting, action, table.facts(of.label(), acting.member()));
            case Scope.OwnOrganisation of -> policy.onOrganisation(acting, action);
            case Scope.Own of -> policy.onOrganisation(acting, action);
        };
    }

    /** The base label of a case that exists; asking for another is a bug, since decisions come first. */
    public LabelId labelOf(CaseId caseId) {
        return table.facts(caseId, Acting.require().member())
                .map(CaseFacts::label)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no terms"));
    }

    /** The label of records that every member of the acting person's organisation may see. */
    public LabelId organisationLabel() {
        return table.intern(Acting.require().organisation(), Optional.empty(), "none", clock.instant());
    }

    /**
     * The label of what the vocabulary policy marks in a case: a compartment of its own, so that no list, index or
     * export that asks for the case's base label can hold it by mistake.
     */
    public LabelId markedLabel(CaseId caseId) {
        Acting acting = Acting.require();
        labelOf(caseId);
        LabelId label = table.intern(acting.organisation(), Optional.of(caseId), "marked", clock.instant());
        if (IntStream.of(table.visible()).noneMatch(seen -> seen == label.value())) {
            // Just made: this transaction doesn't see it until it enters again.
            table.enter(acting);
        }
        return label;
    }

    /** Gives a new case its label and terms, and its opener standing; returns the label. */
    public LabelId establish(CaseTerms terms, Standing opener, String reason) {
        Acting acting = Acting.require();
        Instant now = clock.instant();
        LabelId label = table.intern(acting.organisation(), Optional.of(terms.caseId()), "none", now);
        table.insertTerms(ids.next(), terms, label, acting, now);
        grant(terms.caseId(), acting.member(), opener, reason);
        return label;
    }

    /** Replaces the terms of a case, for example after its authority was renewed. */
    public void renew(CaseTerms terms) {
        table.insertTerms(ids.next(), terms, labelOf(terms.caseId()), Acting.require(), clock.instant());
    }

    /** Gives a member a standing in a case; an earlier standing of the same member ends. */
    public void grant(CaseId caseId, MemberId member, Standing standing, String reason) {
        Acting acting = Acting.require();
        grants(caseId).stream().filter(g -> g.member().equals(member)).forEach(g -> end(g, reason));
        table.insertGrant(new Grant(ids.next(), caseId, member, standing, reason, clock.instant(), acting.member()));
        table.enter(acting);
    }

    /** Ends a grant. */
    public void end(Grant grant, String reason) {
        Acting acting = Acting.require();
        table.endGrant(grant.id(), acting.member(), reason, clock.instant());
        table.enter(acting);
    }

    /** Live grants of a case, oldest first. */
    public List<Grant> grants(CaseId caseId) {
        return table.grants(caseId);
    }

    /** Labels the acting person may see, ascending: the filter of search, lists and graph. */
    public int[] visibleLabels() {
        return table.visible();
    }

    /** The purpose of a case as its authority states it. */
    public Optional<String> purpose(CaseId caseId) {
        return table.purpose(caseId);
    }

    /** Ends every standing of a member who leaves, in all cases; returns how many there were. */
    public int endAllOf(MemberId member, String reason) {
        Acting acting = Acting.require();
        int ended = table.endGrantsOf(member, acting.member(), reason, clock.instant());
        table.enter(acting);
        return ended;
    }

    /** How many cases nobody decides on any more, on which this member did. */
    public int undecided(MemberId formerly) {
        return table.undecided(formerly);
    }

    /** Standings of a case that have ended, latest first. */
    public List<EndedGrant> ended(CaseId caseId) {
        return table.ended(caseId);
    }
}

package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Component;

/**
 * The one decision point, and the one place where the facts of decisions are written. Each method runs inside the
 * transaction of the act that calls it.
 */
@Component
public class Access {
    private final AccessTable table;
    private final CompartmentTable compartments;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    Access(AccessTable table, CompartmentTable compartments, Ids ids, Clock clock) {
        this.table = table;
        this.compartments = compartments;
        this.policy = new Policy(clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides whether the acting person may do this, now. */
    public Decision decide(Acting acting, Action action, Scope scope) {
        return switch (scope) {
            case Scope.OfCase of ->
                onCase(acting, action, of.caseId(), inForce(acting, of.caseId()), Optional.of(of.caseId()));
            case Scope.Labelled of -> {
                Optional<LabelFacts> label = table.label(of.label());
                Optional<CaseId> caseId = label.flatMap(LabelFacts::caseId);
                yield caseId.map(id -> onCase(acting, action, id, label, caseId))
                        .orElseGet(() -> hidden(Optional.empty(), Optional.empty()));
            }
            case Scope.OwnOrganisation of -> onOrganisation(acting, action);
            case Scope.Own of -> onOrganisation(acting, action);
        };
    }

    private Decision onCase(
            Acting acting, Action action, CaseId caseId, Optional<LabelFacts> label, Optional<CaseId> asked) {
        if (label.isEmpty()) {
            return hidden(Optional.empty(), asked);
        }
        Optional<CaseFacts> facts = table.facts(caseId, acting.member());
        var on = Optional.of(label.get().id());
        return switch (policy.onCase(Asker.of(acting), action.right(), label.get(), facts)) {
            case Ruling.Yes yes -> new Decision.Allowed(on, asked);
            // On the trail of the asking person, under no label: whoever may read the case has no business with it.
            case Ruling.Hidden hidden -> hidden(Optional.empty(), facts.map(CaseFacts::caseId));
            case Ruling.No no -> denied(no, on, asked);
        };
    }

    private Decision onOrganisation(Acting acting, Action action) {
        return switch (policy.onOrganisation(Asker.of(acting), action.right())) {
            case Ruling.Yes yes -> new Decision.Allowed(Optional.empty(), Optional.empty());
            case Ruling.Hidden hidden -> hidden(Optional.empty(), Optional.empty());
            case Ruling.No no -> denied(no, Optional.empty(), Optional.empty());
        };
    }

    private static Decision hidden(Optional<LabelId> label, Optional<CaseId> caseId) {
        return new Decision.Denied(Refusal.absent(), label, caseId);
    }

    private static Decision denied(Ruling.No no, Optional<LabelId> label, Optional<CaseId> caseId) {
        return new Decision.Denied(Refusal.of(Refusal.Kind.FORBIDDEN, no.code(), no.arguments()), label, caseId);
    }

    /** The label of a case where the acting person works in it: at case level or in a compartment. */
    private Optional<LabelFacts> inForce(Acting acting, CaseId caseId) {
        return table.label(caseId, compartments(acting, caseId), "none");
    }

    private static Set<UUID> compartments(Acting acting, CaseId caseId) {
        return acting.compartmentOf(caseId).map(Set::of).orElse(Set.of());
    }

    /**
     * The label of what is recorded in a case now: its base label, or that of the compartment worked in. Asking for a
     * case that is not there is a bug, since decisions come first.
     */
    public LabelId labelOf(CaseId caseId) {
        return inForce(Acting.require(), caseId)
                .map(LabelFacts::id)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no label"));
    }

    /** Whether the acting person may work in a compartment of the case. */
    public boolean mayEnter(CaseId caseId, UUID compartment) {
        Acting acting = Acting.require();
        var label = table.label(caseId, Set.of(compartment), "none");
        return label.isPresent()
                && policy.visible(
                                Asker.of(acting.withPurpose(
                                        Optional.of(new Acting.Purpose(caseId, "", Optional.of(compartment))))),
                                label.get(),
                                table.facts(caseId, acting.member()))
                        .allows();
    }

    /** The name of a compartment the acting person may work in. */
    public Optional<String> compartmentName(CaseId caseId, UUID compartment) {
        return mayEnter(caseId, compartment) ? compartments.find(compartment).map(Compartment::name) : Optional.empty();
    }

    /** The series of running numbers in which the acting person adds to a case: 0 at case level. */
    public int seriesOf(CaseId caseId) {
        return Acting.require()
                .compartmentOf(caseId)
                .flatMap(compartments::find)
                .map(Compartment::series)
                .orElse(0);
    }

    /** The label of records that every member of the acting person's organisation may see. */
    public LabelId organisationLabel() {
        return table.intern(Acting.require().organisation(), Optional.empty(), Set.of(), "none", clock.instant());
    }

    /**
     * The label of what the vocabulary policy marks in a case: a compartment of its own, so that no list, index or
     * export that asks for the case's base label can hold it by mistake.
     */
    public LabelId markedLabel(CaseId caseId) {
        Acting acting = Acting.require();
        labelOf(caseId);
        LabelId label = table.intern(
                acting.organisation(), Optional.of(caseId), compartments(acting, caseId), "marked", clock.instant());
        if (IntStream.of(table.visible()).noneMatch(seen -> seen == label.value())) {
            // Just made: this transaction doesn't see it until it enters again.
            table.enter(acting, clock.instant());
        }
        return label;
    }

    /** Gives a new case its label and terms, and its opener standing; returns the label. */
    public LabelId establish(CaseTerms terms, Standing opener, String reason) {
        Acting acting = Acting.require();
        Instant now = clock.instant();
        LabelId label = table.intern(acting.organisation(), Optional.of(terms.caseId()), Set.of(), "none", now);
        table.insertTerms(ids.next(), terms, label, acting, now);
        grant(terms.caseId(), acting.member(), opener, reason);
        return label;
    }

    /** Replaces the terms of a case, for example after its authority was renewed or its caveat changed. */
    public void renew(CaseTerms terms) {
        Acting acting = Acting.require();
        table.insertTerms(ids.next(), terms, labelOf(terms.caseId()), acting, clock.instant());
        table.enter(acting, clock.instant());
    }

    /** The terms of a case that exists. */
    public CaseTerms terms(CaseId caseId) {
        return table.terms(caseId).orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no terms"));
    }

    /** Gives a member a standing in a case; an earlier standing of the same member ends. */
    public void grant(CaseId caseId, MemberId member, Standing standing, String reason) {
        Acting acting = Acting.require();
        grants(caseId).stream().filter(g -> g.member().equals(member)).forEach(g -> end(g, reason));
        table.insertGrant(new Grant(ids.next(), caseId, member, standing, reason, clock.instant(), acting.member()));
        table.enter(acting, clock.instant());
    }

    /** Ends a grant. */
    public void end(Grant grant, String reason) {
        Acting acting = Acting.require();
        table.endGrant(grant.id(), acting.member(), reason, clock.instant());
        table.enter(acting, clock.instant());
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
        return table.terms(caseId).map(CaseTerms::purpose);
    }
}

package org.plumbline.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.EndedGrant;
import org.plumbline.access.Grant;
import org.plumbline.access.Standing;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The team of a case: who has which standing, who gave it and why. */
@Service
@Application
public class Team {
    private static final Action GRANT = new Action("cases.grant", Right.SUPERVISE);
    private static final Action END = new Action("cases.end-grant", Right.SUPERVISE);
    private static final Action READ = new Action("cases.read-team", Right.READ);

    private final Acts acts;
    private final Access access;
    private final Members members;

    Team(Acts acts, Access access, Members members) {
        this.acts = acts;
        this.access = access;
        this.members = members;
    }

    /** Gives a colleague a standing in the case; people without an investigating role are refused. */
    public Grant grant(CaseId caseId, MemberId member, Standing standing, String reason) {
        return acts.perform(GRANT, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, 300);
            members.colleague(member)
                    .filter(Team::mayWorkOnCases)
                    .ifPresentOrElse(m -> {}, () -> input.refuse("member", "not-a-case-worker", Map.of()));
            if (member.equals(Acting.require().member())) {
                input.refuse("member", "own-standing", Map.of());
            }
            input.check();
            access.grant(caseId, member, standing, why);
            Grant given = live(caseId).stream()
                    .filter(g -> g.member().equals(member))
                    .findFirst()
                    .orElseThrow();
            return Noted.of(given, ref(given)).with("member", member).with("standing", standing.code());
        });
    }

    /** Ends a standing; the last one who can decide on the case stays. */
    public Grant end(CaseId caseId, UUID grant, String reason) {
        return acts.perform(END, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, 300);
            input.check();
            Grant ended = live(caseId).stream()
                    .filter(g -> g.id().equals(grant))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            if (decides(ended) && live(caseId).stream().filter(Team::decides).count() == 1) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "last-decider", Map.of())
                        .asException();
            }
            access.end(ended, why);
            return Noted.of(ended, ref(ended)).with("member", ended.member());
        });
    }

    /** Live grants, oldest first. */
    public List<Grant> list(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<Grant> grants = live(caseId);
            return Noted.of(grants, grants.stream().map(Team::ref).toList());
        });
    }

    /** Standings that have ended, latest first. */
    public List<EndedGrant> ended(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<EndedGrant> ended = access.ended(caseId);
            return Noted.of(ended, ended.stream().map(e -> ref(e.grant())).toList());
        });
    }

    /** A live grant of the case. */
    public Grant read(CaseId caseId, UUID grantId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Grant grant = live(caseId).stream()
                    .filter(g -> g.id().equals(grantId))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            return Noted.of(grant, ref(grant));
        });
    }

    /** Colleagues who may be given a standing. */
    public List<Member> candidates(CaseId caseId) {
        return acts.consult(
                READ,
                Scope.of(caseId),
                () -> Noted.of(members.colleagues().stream()
                        .filter(Team::mayWorkOnCases)
                        .toList()));
    }

    private List<Grant> live(CaseId caseId) {
        return access.grants(caseId);
    }

    private static boolean decides(Grant grant) {
        return grant.standing() == Standing.LEAD || grant.standing() == Standing.SUPERVISOR;
    }

    private static boolean mayWorkOnCases(Member member) {
        return member.service()
                || member.roles().contains(Role.INVESTIGATOR)
                || member.roles().contains(Role.SUPERVISOR)
                || member.roles().contains(Role.EVIDENCE_CUSTODIAN);
    }

    private static Ref ref(Grant grant) {
        return new Ref("grant", grant.id(), Acting.require().organisation());
    }
}

package org.plumbline.custody.fixity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Puts on the trail of the organisation that content does not hold. */
@Service
@Application
class FixityAlarms {
    /** The same in every installation; no member can have it, since members get identifiers of version 7. */
    private static final MemberId ID = new MemberId(new UUID(0, 2));

    private static final Action ALARM = new Action("custody.fixity-alarm", Right.SELF);

    private final Acts acts;

    FixityAlarms(Acts acts) {
        this.acts = acts;
    }

    public void raise(FixityTable.Due about, FixityCheck check) {
        Acting.as(
                checking(about.owner()),
                () -> acts.perform(
                        ALARM,
                        Scope.own(),
                        () -> Noted.of(check)
                                .with("case", about.caseId())
                                .with("result", check.result().code())));
    }

    private static Acting checking(OrganisationId organisation) {
        return new Acting(ID, "Fixity check", organisation, Set.of(), "fixity", Acting.Channel.JOB, Optional.empty());
    }
}

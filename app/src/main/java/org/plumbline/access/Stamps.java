package org.plumbline.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/** Makes the stamp of a new record: by the acting person, now, under a case's or the organisation's label. */
@Component
public class Stamps {
    private final Access access;
    private final Clock clock;

    Stamps(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** The stamp of a new record of a case, under the case's base label. */
    public Stamp inCase(CaseId caseId) {
        return of(access.labelOf(caseId), Optional.of(caseId));
    }

    /** The stamp of a new record outside any case, for every member of the organisation. */
    public Stamp inOrganisation() {
        return of(access.organisationLabel(), Optional.empty());
    }

    /** The stamp of a new record under a known label. */
    public Stamp of(LabelId label, Optional<CaseId> caseId) {
        Acting acting = Acting.require();
        // Records keep microseconds; cut here, so that what was returned equals what is read back.
        return new Stamp(
                acting.organisation(),
                label,
                caseId,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                acting.member(),
                1);
    }
}

package org.plumbline.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A case file.
 *
 * @param number the organisation's case number, such as {@code 2031-0007}
 * @param open false once closed
 * @param question the question of the inquiry; empty until stated
 * @param authority the authority in force, the newest one
 * @param reviewDue when retention is reviewed, in the zone
 */
public record CaseFile(
        CaseId id,
        Stamp stamp,
        String number,
        String title,
        CaseType type,
        boolean open,
        Caveat caveat,
        String question,
        MemberId lead,
        Optional<MemberId> supervisor,
        LocalDate reviewDue,
        ZoneId zone,
        Authority authority) {

    public Ref ref() {
        return new Ref("case", id.value(), stamp.owner());
    }
}

package org.plumbline.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.OrganisationId;

/** What the policy knows of one case and of the acting person's standing in it. */
record CaseFacts(
        CaseId caseId,
        LabelId label,
        OrganisationId owner,
        LocalDate authorityFrom,
        LocalDate authorityUntil,
        ZoneId zone,
        Optional<Standing> standing) {}

package org.plumbline.sample;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.plumbline.identity.Enrolment;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.springframework.stereotype.Component;

/** The invented people of the sample, the same at each start. */
@Component
class SamplePeople {
    private final Enrolment enrolment;

    SamplePeople(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    /** The people of the sample by the role they are printed under, in the order they are printed. */
    Map<String, Member> enrol() {
        Organisation inspectorate =
                enrolment.organisation("Inspectorate of Public Spending", ZoneId.of("Europe/Brussels"));
        Organisation partner = enrolment.organisation("Harbour Audit Office", ZoneId.of("Atlantic/Azores"));
        var people = new LinkedHashMap<String, Member>();
        people.put("investigator", member(inspectorate, "Mara Quill", Role.INVESTIGATOR));
        people.put("supervisor", member(inspectorate, "Dov Halloran-Pike", Role.SUPERVISOR));
        people.put("evidence custodian", member(inspectorate, "Ines Abernal", Role.EVIDENCE_CUSTODIAN));
        people.put("identity custodian", member(inspectorate, "Tobias Ferrow", Role.IDENTITY_CUSTODIAN));
        people.put("overseer", member(inspectorate, "Oriel Nakamura-Voss", Role.OVERSEER));
        people.put("administrator", member(inspectorate, "Ada Finch", Role.ADMINISTRATOR));
        people.put("partner organisation", member(partner, "Nuno Brightwater", Role.INVESTIGATOR));
        return people;
    }

    private Member member(Organisation organisation, String name, Role role) {
        return enrolment.memberOfTheSample(organisation, name, Set.of(role));
    }
}

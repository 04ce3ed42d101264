package org.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class SamplePurposeTest extends ApplicationTest {
    @Autowired
    private SampleCases sample;

    @Autowired
    private Cases cases;

    @Autowired
    private Trail trail;

    @Test
    void everyActInASampleCaseStatesThePurposeOfItsCase() {
        var office = organisation();
        Member mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        Map<String, Member> people = Map.of(
                "investigator", mara,
                "supervisor", member(office, "Dov Halloran-Pike", Role.SUPERVISOR),
                "evidence custodian", member(office, "Ines Abernal", Role.EVIDENCE_CUSTODIAN));

        List<CaseFile> files = Acting.as(acting(mara), () -> {
            sample.loadOnce(people);
            return cases.list("", Optional.empty(), 10);
        });

        assertThat(files).hasSize(2).allSatisfy(file -> {
            List<TrailEntry> entries = Acting.as(acting(mara), () -> trail.ofCase(file.id(), Optional.empty(), 200));
            assertThat(entries)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(entry -> assertThat(entry.body().orElseThrow().purpose())
                            .as(entry.action())
                            .isEqualTo(file.authority().purpose()));
        });
    }
}

package org.plumbline.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.springframework.stereotype.Component;

/** Loads each sample case once, its work for the purpose that the case states. */
@Component
class SampleCases {
    private final Cases cases;
    private final List<SampleCase> all;

    SampleCases(Cases cases, List<SampleCase> all) {
        this.cases = cases;
        this.all = all;
    }

    /** Loads those that are not there; runs as the sample investigator. */
    void loadOnce(Map<String, Member> members) {
        for (SampleCase one : all) {
            if (cases.list(one.title(), Optional.empty(), 1).isEmpty()) {
                load(one, members);
            }
        }
    }

    private static void load(SampleCase one, Map<String, Member> members) {
        CaseFile file = one.open(members);
        var purpose = new Acting.Purpose(file.id(), file.authority().purpose());
        Acting.as(Acting.require().withPurpose(Optional.of(purpose)), () -> {
            one.work(file, members);
            return file;
        });
    }
}

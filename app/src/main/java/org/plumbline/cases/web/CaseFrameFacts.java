package org.plumbline.cases.web;

import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.access.GlassNotices;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.identity.Members;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.site.web.FrameFacts;
import org.springframework.stereotype.Component;

/** What the frame of every page says of the reader's organisation and purpose. */
@Component
class CaseFrameFacts implements FrameFacts {
    private final Members members;
    private final CaseNumbers numbers;
    private final GlassNotices glass;

    CaseFrameFacts(Members members, CaseNumbers numbers, GlassNotices glass) {
        this.members = members;
        this.numbers = numbers;
        this.glass = glass;
    }

    @Override
    public String organisation(Optional<Acting> acting) {
        return acting.map(this::of).map(Organisation::name).orElse("");
    }

    @Override
    public ZoneId zone(Optional<Acting> acting) {
        return acting.map(this::of).map(Organisation::zone).orElse(ZoneId.of("UTC"));
    }

    @Override
    public Optional<Purpose> purpose(Acting acting) {
        return acting.purpose().map(p -> new Purpose(numbers.number(p.caseId()), p.text(), numbers.compartment(p)));
    }

    @Override
    public int notices(Acting acting) {
        return glass.unseen(acting.member());
    }

    private Organisation of(Acting acting) {
        return members.organisation(acting.organisation()).orElseThrow();
    }
}

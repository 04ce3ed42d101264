package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.Explanations;
import org.plumbline.cases.Authority;
import org.plumbline.cases.Purposes;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who can see a record and why, and the purposes a case can be entered for, over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "Access")
class ExplainApi {
    private final Explanations explanations;
    private final Purposes purposes;

    ExplainApi(Explanations explanations, Purposes purposes) {
        this.explanations = explanations;
        this.purposes = purposes;
    }

    /** What is so for one member. */
    record LineJson(
            UUID member,
            boolean sees,
            String rule,
            @Nullable String standing,
            @Nullable Instant until) {}

    /** Who can see a record. */
    record WhoJson(
            String kind, UUID record, int compartments, List<String> caveats, boolean marked, List<LineJson> people) {
        static WhoJson of(Explanations.Explanation e) {
            return new WhoJson(
                    e.ref().kind(),
                    e.ref().id(),
                    e.compartments(),
                    e.caveats().stream().sorted().toList(),
                    e.marked(),
                    e.lines().stream()
                            .map(l -> new LineJson(
                                    l.member().value(),
                                    l.sees(),
                                    l.rule(),
                                    l.grant().map(g -> g.standing().code()).orElse(null),
                                    l.until().orElse(null)))
                            .toList());
        }
    }

    /** A purpose that can be named in the header Plumbline-Authority. */
    record PurposeJson(UUID authority, String purpose, String legalBasis, String reference) {
        static PurposeJson of(Authority a) {
            return new PurposeJson(a.id(), a.purpose(), a.legalBasis(), a.reference());
        }
    }

    @GetMapping("/access/who")
    @Operation(summary = "Who can see a record, and why; with a member, whether that one can")
    WhoJson who(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "case") String kind,
            @RequestParam Optional<UUID> record,
            @RequestParam Optional<UUID> member) {
        var id = new CaseId(caseId);
        var ref = new Ref(kind, record.orElse(caseId), Acting.require().organisation());
        return WhoJson.of(member.map(m -> explanations.whyNot(id, ref, new MemberId(m)))
                .orElseGet(() -> explanations.who(id, ref)));
    }

    @GetMapping("/purposes")
    @Operation(summary = "Purposes the case can be entered for, by its authorities in force")
    Listing<PurposeJson> purposes(@PathVariable UUID caseId) {
        return Listing.whole(purposes.offer(new CaseId(caseId)).authorities(), PurposeJson::of);
    }
}

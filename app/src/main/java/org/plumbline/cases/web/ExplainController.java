package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.access.Explanations;
import org.plumbline.access.Grant;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why something is not shown, and who can see what is shown. Begins from the entry at the foot of a page. */
@Controller
class ExplainController {
    private final Trail trail;
    private final TrailLines lines;
    private final Explanations explanations;
    private final CaseHeaders headers;
    private final Members members;
    private final Resubmission resubmission;

    ExplainController(
            Trail trail,
            TrailLines lines,
            Explanations explanations,
            CaseHeaders headers,
            Members members,
            Resubmission resubmission) {
        this.trail = trail;
        this.lines = lines;
        this.explanations = explanations;
        this.headers = headers;
        this.members = members;
        this.resubmission = resubmission;
    }

    /** What the reader's own page showed, each record with its explanation; or why nothing was shown. */
    @GetMapping("/explain/{entryId}")
    ModelAndView entry(@PathVariable UUID entryId) {
        TrailEntry entry = trail.own(entryId);
        TrailLine line = lines.named(List.of(entry)).getFirst();
        return new ModelAndView(
                "cases/explain",
                Map.of("page", new ExplainPage(line, Acting.require().roles())));
    }

    /** Who can see a record of the case, and why; with a member, whether that one can. */
    @GetMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/access/who")
    ModelAndView who(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "case") String kind,
            @RequestParam Optional<UUID> record,
            @RequestParam(defaultValue = "") String member,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, "access");
        var ref = new Ref(kind, record.orElse(caseId), Acting.require().organisation());
        Explanations.Explanation all = explanations.who(id, ref);
        if (member.isBlank()) {
            return page(header, all, Optional.empty(), Form.empty());
        }
        try {
            MemberId of = new CaseInput(request::getParameter).member();
            return page(header, all, Optional.of(explanations.whyNot(id, ref, of)), Form.of(Map.of("member", member)));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(header, all, Optional.empty(), form));
        }
    }

    private ModelAndView page(
            CaseHeader header, Explanations.Explanation all, Optional<Explanations.Explanation> one, Form form) {
        var people = Stream.concat(all.lines().stream(), one.stream().flatMap(o -> o.lines().stream()))
                .flatMap(l -> Stream.concat(Stream.of(l.member()), l.grant().map(Grant::givenBy).stream()))
                .toList();
        List<Option> colleagues = members.colleagues().stream()
                .map(m -> new Option(m.id().toString(), m.name()))
                .toList();
        return new ModelAndView(
                "cases/who",
                Map.of(
                        "page",
                        new WhoPage(
                                header, all, one, lines.named(all.ref()), members.names(people), colleagues, form)));
    }
}

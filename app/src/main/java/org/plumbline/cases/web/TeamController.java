package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.access.EndedGrant;
import org.plumbline.access.Grant;
import org.plumbline.cases.Team;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Access to a case: giving and ending standings, each with its reason. */
@Controller
@RequestMapping("/cases/{caseId}/access")
class TeamController {
    private final CaseHeaders headers;
    private final Team team;
    private final Members members;
    private final Resubmission resubmission;

    TeamController(CaseHeaders headers, Team team, Members members, Resubmission resubmission) {
        this.headers = headers;
        this.team = team;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId) {
        return list(new CaseId(caseId), Form.empty());
    }

    @PostMapping
    ModelAndView grant(@PathVariable UUID caseId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            var asked = new CaseInput(request::getParameter).grant();
            team.grant(id, asked.member(), asked.standing(), asked.reason());
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> list(id, form));
        }
    }

    @GetMapping("/{grantId}")
    ModelAndView one(@PathVariable UUID caseId, @PathVariable UUID grantId) {
        return one(new CaseId(caseId), grantId, Form.empty());
    }

    @PostMapping("/{grantId}/end")
    ModelAndView end(
            @PathVariable UUID caseId,
            @PathVariable UUID grantId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            team.end(id, grantId, reason);
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(id, grantId, form));
        }
    }

    private ModelAndView list(CaseId id, Form form) {
        CaseHeader header = headers.of(id, "access");
        List<Option> candidates = header.mayDecide()
                ? team.candidates(id).stream()
                        .map(m -> new Option(m.id().toString(), m.name()))
                        .toList()
                : List.of();
        return page("cases/access", header, team.list(id), team.ended(id), candidates, form);
    }

    private ModelAndView one(CaseId id, UUID grantId, Form form) {
        CaseHeader header = headers.of(id, "access");
        return page("cases/grant", header, List.of(team.read(id, grantId)), List.of(), List.of(), form);
    }

    private ModelAndView page(
            String view,
            CaseHeader header,
            List<Grant> grants,
            List<EndedGrant> ended,
            List<Option> candidates,
            Form form) {
        var names = members.names(Stream.concat(
                        grants.stream().flatMap(g -> Stream.of(g.member(), g.givenBy())),
                        ended.stream().flatMap(e -> Stream.of(e.grant().member(), e.endedBy())))
                .toList());
        return new ModelAndView(view, Map.of("page", new TeamPage(header, grants, ended, names, candidates, form)));
    }

    private static ModelAndView back(CaseId id) {
        return new ModelAndView("redirect:/cases/" + id + "/access");
    }
}

package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.access.Closure;
import org.plumbline.access.Closures;
import org.plumbline.access.Compartment;
import org.plumbline.access.Compartments;
import org.plumbline.access.Grant;
import org.plumbline.cases.Team;
import org.plumbline.identity.Members;
import org.plumbline.identity.web.Sessions;
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

/** What protects a case: its compartments, its holds, and sealing it by order of a court. */
@Controller
@RequestMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/protection")
class ProtectionController {
    private final CaseHeaders headers;
    private final Compartments compartments;
    private final Closures closures;
    private final Team team;
    private final Members members;
    private final Sessions sessions;
    private final Resubmission resubmission;

    ProtectionController(
            CaseHeaders headers,
            Compartments compartments,
            Closures closures,
            Team team,
            Members members,
            Sessions sessions,
            Resubmission resubmission) {
        this.headers = headers;
        this.compartments = compartments;
        this.closures = closures;
        this.team = team;
        this.members = members;
        this.sessions = sessions;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID caseId) {
        return page(new CaseId(caseId), Form.empty());
    }

    @PostMapping("/compartments")
    ModelAndView make(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> compartments.make(id, name, reason));
    }

    @PostMapping("/admissions")
    ModelAndView admit(
            @PathVariable UUID caseId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(
                id, request, () -> compartments.admit(id, new CaseInput(request::getParameter).member(), reason));
    }

    @PostMapping("/admissions/{admissionId}/end")
    ModelAndView end(
            @PathVariable UUID caseId,
            @PathVariable UUID admissionId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> {
            compartments.end(id, admissionId, reason);
        });
    }

    @PostMapping("/holds")
    ModelAndView hold(
            @PathVariable UUID caseId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> closures.hold(id, reason));
    }

    @PostMapping("/holds/{holdId}/lift")
    ModelAndView lift(
            @PathVariable UUID caseId,
            @PathVariable UUID holdId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> {
            closures.liftHold(id, holdId, reason);
        });
    }

    /** After this the case is nobody's to open, so the way leads back to the list. */
    @PostMapping("/seal")
    ModelAndView seal(
            @PathVariable UUID caseId,
            @RequestParam(name = "court_order", defaultValue = "") String courtOrder,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            closures.seal(id, courtOrder);
            sessions.forget(request, id);
            sessions.keep(request, Optional.empty());
            return new ModelAndView("redirect:/cases");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, form));
        }
    }

    private ModelAndView answered(CaseId id, HttpServletRequest request, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/cases/" + id + "/protection");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, form));
        }
    }

    private ModelAndView page(CaseId id, Form form) {
        CaseHeader header = headers.of(id, "protection");
        Optional<Compartments.Inside> inside = compartments.inside(id);
        List<Compartment.Admission> admitted =
                inside.map(Compartments.Inside::admitted).orElse(List.of());
        var holds = closures.holds(id);
        List<Compartment> mine = compartments.list(id);
        var names = members.names(Stream.of(
                        admitted.stream().flatMap(a -> Stream.of(a.member(), a.admittedBy())),
                        holds.stream().map(Closure::placedBy),
                        mine.stream().map(Compartment::madeBy))
                .flatMap(s -> s)
                .toList());
        return new ModelAndView(
                "cases/protection",
                Map.of("page", new ProtectionPage(header, mine, inside, candidates(id, inside), holds, names, form)));
    }

    /** Who of the team may still be admitted to the compartment worked in. */
    private List<Option> candidates(CaseId id, Optional<Compartments.Inside> inside) {
        if (inside.filter(Compartments.Inside::mayAdmit).isEmpty()) {
            return List.of();
        }
        var admitted = inside.get().admitted().stream()
                .map(Compartment.Admission::member)
                .toList();
        var rest = team.list(id).stream()
                .map(Grant::member)
                .distinct()
                .filter(m -> !admitted.contains(m))
                .toList();
        var names = members.names(rest);
        return rest.stream()
                .map(m -> new Option(m.toString(), names.getOrDefault(m, "")))
                .toList();
    }
}

package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.access.Compartment;
import org.plumbline.access.Compartments;
import org.plumbline.access.CourtSeals;
import org.plumbline.access.Grant;
import org.plumbline.access.Holds;
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
    private final Holds holds;
    private final CourtSeals seals;
    private final HeldThings held;
    private final Team team;
    private final Members members;
    private final Sessions sessions;
    private final Resubmission resubmission;

    ProtectionController(
            CaseHeaders headers,
            Compartments compartments,
            Holds holds,
            CourtSeals seals,
            HeldThings held,
            Team team,
            Members members,
            Sessions sessions,
            Resubmission resubmission) {
        this.headers = headers;
        this.compartments = compartments;
        this.holds = holds;
        this.seals = seals;
        this.held = held;
        this.team = team;
        this.members = members;
        this.sessions = sessions;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID caseId, @RequestParam(defaultValue = "") String covers) {
        return page(new CaseId(caseId), covers.isEmpty() ? Form.empty() : Form.of(Map.of("covers", covers)));
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
        return answered(id, request, () -> compartments.end(id, admissionId, reason));
    }

    @PostMapping("/holds")
    ModelAndView hold(@PathVariable UUID caseId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> holds.place(id, request::getParameter));
    }

    @PostMapping("/holds/{holdId}/lift")
    ModelAndView lift(
            @PathVariable UUID caseId,
            @PathVariable UUID holdId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> holds.lift(id, holdId, reason));
    }

    /** After this the case is nobody's to open, so the way leads back to the list. */
    @PostMapping("/seal")
    ModelAndView seal(
            @PathVariable UUID caseId,
            @RequestParam(name = "court_order", defaultValue = "") String courtOrder,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            seals.seal(id, courtOrder);
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
        List<HoldLine> lines = held.lines(holds.list(id));
        List<Compartment> mine = compartments.list(id);
        var names = members.names(Stream.of(
                        admitted.stream().flatMap(a -> Stream.of(a.member(), a.admittedBy())),
                        lines.stream().map(line -> line.hold().placedBy()),
                        mine.stream().map(Compartment::madeBy))
                .flatMap(s -> s)
                .toList());
        return new ModelAndView(
                "cases/protection",
                Map.of(
                        "page",
                        new ProtectionPage(
                                header,
                                mine,
                                inside,
                                candidates(id, inside),
                                lines,
                                coverable(header, form),
                                names,
                                form)));
    }

    /** What a hold may be placed on here; nothing for whoever doesn't decide. */
    private List<Option> coverable(CaseHeader header, Form form) {
        return header.mayDecide() ? held.choices(header.id(), form.value("covers")) : List.of();
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

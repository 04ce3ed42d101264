package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.CaseChange;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Journal;
import org.plumbline.cases.JournalEntry;
import org.plumbline.cases.Subjects;
import org.plumbline.cases.TaskList;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The overview of a case, changing it, and renewing its authority. */
@Controller
@RequestMapping("/cases/{caseId:[0-9a-fA-F-]{36}}")
class CaseController {
    private static final int RECENT = 5;

    private final CaseHeaders headers;
    private final Cases cases;
    private final Journal journal;
    private final TaskList tasks;
    private final TaskLines taskLines;
    private final Subjects subjects;
    private final Members members;
    private final List<CasePanel> panels;
    private final Resubmission resubmission;

    CaseController(
            CaseHeaders headers,
            Cases cases,
            Journal journal,
            TaskList tasks,
            TaskLines taskLines,
            Subjects subjects,
            Members members,
            ObjectProvider<CasePanel> panels,
            Resubmission resubmission) {
        this.headers = headers;
        this.cases = cases;
        this.journal = journal;
        this.tasks = tasks;
        this.taskLines = taskLines;
        this.subjects = subjects;
        this.members = members;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CasePanel::order))
                .toList();
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView overview(@PathVariable UUID caseId) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, "overview");
        List<JournalEntry> recent = journal.list(id, Optional.empty(), RECENT);
        List<TaskLine> open = taskLines.of(tasks.list(id)).stream()
                .filter(t -> !t.task().completed())
                .limit(RECENT)
                .toList();
        var people = new ArrayList<MemberId>();
        recent.forEach(e -> people.add(e.stamp().recordedBy()));
        people.add(header.file().authority().stamp().recordedBy());
        var page =
                new CasePage(header, recent, journal.count(id), open, subjects.list(id), panels, members.names(people));
        return new ModelAndView("cases/overview", Map.of("page", page));
    }

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID caseId) {
        CaseHeader header = headers.of(new CaseId(caseId), "overview");
        CaseFile file = header.file();
        return page(
                "cases/edit",
                header,
                Form.of(Map.of("title", file.title(), "caveat", file.caveat().code(), "question", file.question())));
    }

    @PostMapping
    ModelAndView change(@PathVariable UUID caseId, @RequestParam int version, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            cases.change(id, version, new CaseInput(request::getParameter).change());
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page("cases/edit", headers.of(id, "overview"), form));
        }
    }

    /** Closing and opening again are acts of their own, each with its button. */
    @PostMapping("/close")
    ModelAndView close(@PathVariable UUID caseId, @RequestParam int version) {
        return state(new CaseId(caseId), version, false);
    }

    @PostMapping("/reopen")
    ModelAndView reopen(@PathVariable UUID caseId, @RequestParam int version) {
        return state(new CaseId(caseId), version, true);
    }

    @GetMapping("/authority")
    ModelAndView authority(@PathVariable UUID caseId) {
        CaseHeader header = headers.of(new CaseId(caseId), "overview");
        var old = header.file().authority();
        return page(
                "cases/authority",
                header,
                Form.of(Map.of(
                        "legal_basis", old.legalBasis(),
                        "reference", old.reference(),
                        "purpose", old.purpose(),
                        "valid_from", header.today().toString())));
    }

    @PostMapping("/authority")
    ModelAndView renew(@PathVariable UUID caseId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            cases.renew(id, new CaseInput(request::getParameter).renewal());
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page("cases/authority", headers.of(id, "overview"), form));
        }
    }

    private ModelAndView state(CaseId id, int version, boolean open) {
        cases.change(
                id, version, new CaseChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(open)));
        return back(id);
    }

    private static ModelAndView back(CaseId id) {
        return new ModelAndView("redirect:/cases/" + id);
    }

    private static ModelAndView page(String view, CaseHeader header, Form form) {
        return new ModelAndView(view, Map.of("page", new CaseFormPage(header, form)));
    }
}

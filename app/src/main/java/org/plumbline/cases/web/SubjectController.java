package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The subjects of a case. */
@Controller
@RequestMapping("/cases/{caseId}/subjects")
class SubjectController {
    private static final String TAB = "subjects";

    private final CaseHeaders headers;
    private final Subjects subjects;
    private final Resubmission resubmission;

    SubjectController(CaseHeaders headers, Subjects subjects, Resubmission resubmission) {
        this.headers = headers;
        this.subjects = subjects;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId) {
        return list(new CaseId(caseId), Form.empty());
    }

    @PostMapping
    ModelAndView add(@PathVariable UUID caseId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            var asked = new CaseInput(request::getParameter).subject();
            subjects.add(id, asked.name(), asked.kind(), asked.role(), asked.basis(), asked.reviewDue());
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> list(id, form));
        }
    }

    @GetMapping("/{subjectId}")
    ModelAndView read(@PathVariable UUID caseId, @PathVariable UUID subjectId) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, TAB);
        Subject subject = subjects.read(id, subjectId);
        return one(header, subject, Form.of(Map.of("role", subject.role().code())));
    }

    @PostMapping("/{subjectId}/validate")
    ModelAndView validate(
            @PathVariable UUID caseId,
            @PathVariable UUID subjectId,
            @RequestParam int version,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            var asked = new CaseInput(request::getParameter).validation();
            subjects.validate(id, subjectId, version, asked.role(), asked.reviewDue());
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(
                    refused, request, form -> one(headers.of(id, TAB), subjects.read(id, subjectId), form));
        }
    }

    private ModelAndView list(CaseId id, Form form) {
        return new ModelAndView(
                "cases/subjects", Map.of("page", new SubjectsPage(headers.of(id, TAB), subjects.list(id), form)));
    }

    private static ModelAndView one(CaseHeader header, Subject subject, Form form) {
        return new ModelAndView("cases/subject", Map.of("page", new SubjectsPage(header, List.of(subject), form)));
    }

    private static ModelAndView back(CaseId id) {
        return new ModelAndView("redirect:/cases/" + id + "/subjects");
    }
}

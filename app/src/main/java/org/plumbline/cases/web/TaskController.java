package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Grant;
import org.plumbline.cases.TaskList;
import org.plumbline.cases.Team;
import org.plumbline.identity.Members;
import org.plumbline.identity.OfficeDays;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
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

/** The tasks of a case. */
@Controller
@RequestMapping("/cases/{caseId}/tasks")
class TaskController {
    private final CaseHeaders headers;
    private final TaskList tasks;
    private final TaskLines lines;
    private final Team team;
    private final Members members;
    private final OfficeDays office;
    private final Resubmission resubmission;

    TaskController(
            CaseHeaders headers,
            TaskList tasks,
            TaskLines lines,
            Team team,
            Members members,
            OfficeDays office,
            Resubmission resubmission) {
        this.headers = headers;
        this.tasks = tasks;
        this.lines = lines;
        this.team = team;
        this.members = members;
        this.office = office;
        this.resubmission = resubmission;
    }

    /** @param due a day as the form has it, of which the page then says whether the office works */
    @GetMapping
    ModelAndView list(@PathVariable UUID caseId, @RequestParam(defaultValue = "") String due) {
        return list(new CaseId(caseId), due.isEmpty() ? Form.empty() : Form.of(Map.of("due", due)));
    }

    @PostMapping
    ModelAndView add(@PathVariable UUID caseId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            var asked = new CaseInput(request::getParameter).task();
            tasks.add(id, asked.title(), asked.assignee(), asked.due());
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> list(id, form));
        }
    }

    @GetMapping("/{taskId}")
    ModelAndView read(@PathVariable UUID caseId, @PathVariable UUID taskId) {
        return one(new CaseId(caseId), taskId, Form.empty());
    }

    @PostMapping("/{taskId}/complete")
    ModelAndView complete(
            @PathVariable UUID caseId,
            @PathVariable UUID taskId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String result,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            tasks.complete(id, taskId, version, result);
            return back(id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(id, taskId, form));
        }
    }

    private ModelAndView list(CaseId id, Form form) {
        CaseHeader header = headers.of(id, "tasks");
        List<MemberId> people = team.list(id).stream().map(Grant::member).toList();
        Map<MemberId, String> names = members.names(people);
        List<Option> choices = people.stream()
                .map(m -> new Option(m.toString(), names.getOrDefault(m, "")))
                .toList();
        return new ModelAndView(
                "cases/tasks",
                Map.of(
                        "page",
                        new TasksPage(
                                header,
                                lines.of(tasks.list(id)),
                                form,
                                choices,
                                DueOnDayOff.of(office, form.value("due")))));
    }

    private ModelAndView one(CaseId id, UUID taskId, Form form) {
        CaseHeader header = headers.of(id, "tasks");
        return new ModelAndView(
                "cases/task",
                Map.of(
                        "page",
                        new TasksPage(
                                header, lines.of(List.of(tasks.read(id, taskId))), form, List.of(), Optional.empty())));
    }

    private static ModelAndView back(CaseId id) {
        return new ModelAndView("redirect:/cases/" + id + "/tasks");
    }
}

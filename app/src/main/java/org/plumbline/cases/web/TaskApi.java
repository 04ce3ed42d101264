package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.Task;
import org.plumbline.cases.TaskList;
import org.plumbline.identity.CalendarFile;
import org.plumbline.identity.OfficeDays;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/tasks")
@Tag(name = "Tasks")
class TaskApi {
    private final TaskList tasks;
    private final OfficeDays office;

    TaskApi(TaskList tasks, OfficeDays office) {
        this.tasks = tasks;
        this.office = office;
    }

    /** A task. */
    record TaskJson(
            UUID id,
            int version,
            String title,
            UUID assignee,
            LocalDate due,
            String zone,
            String state,
            String result,
            @Nullable LocalDate nextWorkingDay) {
        /** The next working day stands where the task is open and due on another. */
        static TaskJson of(Task t, CalendarFile calendar) {
            return new TaskJson(
                    t.id(),
                    t.stamp().version(),
                    t.title(),
                    t.assignee().value(),
                    t.due(),
                    t.zone().getId(),
                    t.completed() ? "completed" : "allocated",
                    t.result(),
                    t.completed()
                            ? null
                            : DueOnDayOff.of(calendar, t.due())
                                    .map(DueOnDayOff::next)
                                    .orElse(null));
        }
    }

    /** What is to be done, by whom, until when. */
    record NewTask(
            @Nullable String title,
            @Nullable String assignee,
            @Nullable String due) {
        @Nullable
        String field(String name) {
            return switch (name) {
                case "title" -> title;
                case "assignee" -> assignee;
                case "due" -> due;
                default -> null;
            };
        }
    }

    /** What came of a task. */
    record Completion(@Nullable String result) {}

    @GetMapping
    @Operation(summary = "Tasks, open ones first")
    Listing<TaskJson> list(@PathVariable UUID caseId) {
        CalendarFile calendar = office.own();
        return Listing.whole(tasks.list(new CaseId(caseId)), task -> TaskJson.of(task, calendar));
    }

    @PostMapping
    @Operation(summary = "Add a task")
    ResponseEntity<TaskJson> add(@PathVariable UUID caseId, @RequestBody NewTask body) {
        var asked = new CaseInput(body::field).task();
        return tagged(HttpStatus.CREATED, tasks.add(new CaseId(caseId), asked.title(), asked.assignee(), asked.due()));
    }

    @GetMapping("/{taskId}")
    @Operation(summary = "A task")
    ResponseEntity<TaskJson> read(@PathVariable UUID caseId, @PathVariable UUID taskId) {
        return tagged(HttpStatus.OK, tasks.read(new CaseId(caseId), taskId));
    }

    @PostMapping("/{taskId}/complete")
    @Operation(summary = "Complete a task of your own")
    ResponseEntity<TaskJson> complete(
            @PathVariable UUID caseId,
            @PathVariable UUID taskId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Completion body) {
        String result = body.result();
        return tagged(
                HttpStatus.OK,
                tasks.complete(new CaseId(caseId), taskId, IfMatch.version(ifMatch), result == null ? "" : result));
    }

    private ResponseEntity<TaskJson> tagged(HttpStatus status, Task task) {
        return IfMatch.tagged(
                status, TaskJson.of(task, office.own()), task.stamp().version());
    }
}

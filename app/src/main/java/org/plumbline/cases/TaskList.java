package org.plumbline.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Stamps;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The tasks of cases. */
@Service
@Application
public class TaskList {
    private static final Action ADD = new Action("cases.add-task", Right.WRITE);
    private static final Action COMPLETE = new Action("cases.complete-task", Right.WRITE);
    private static final Action READ = new Action("cases.read-tasks", Right.READ);
    private static final Action MINE = new Action("cases.read-own-tasks", Right.MEMBER);

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final Members members;
    private final TaskTable table;
    private final Ids ids;

    TaskList(Acts acts, Access access, Stamps stamps, Members members, TaskTable table, Ids ids) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.members = members;
        this.table = table;
        this.ids = ids;
    }

    /** Gives a member of the case's team something to do, until a day in the office's zone. */
    public Task add(CaseId caseId, String title, MemberId assignee, LocalDate due) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            var input = new Input();
            var task = new Task(
                    ids.next(),
                    stamps.inCase(caseId),
                    input.text("title", title, 300),
                    assignee,
                    due,
                    members.ownOrganisation().zone(),
                    false,
                    "");
            if (access.grants(caseId).stream().noneMatch(g -> g.member().equals(assignee))) {
                input.refuse("assignee", "not-on-the-team", Map.of());
            }
            input.check();
            table.insert(task);
            return Noted.of(task, ref(task)).with("due", due);
        });
    }

    /** Completes a task with what came of it; only its assignee does that. */
    public Task complete(CaseId caseId, UUID id, int version, String result) {
        return acts.perform(COMPLETE, Scope.of(caseId), () -> {
            Task task = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            if (!task.assignee().equals(Acting.require().member())) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "task-not-yours", Map.of("title", task.title()))
                        .asException();
            }
            var input = new Input();
            String said = input.optionalText("result", result, 4000);
            input.check();
            if (!table.complete(id, version, said)) {
                throw Versions.stale(task.stamp().version(), version);
            }
            return Noted.of(table.find(caseId, id).orElseThrow(), ref(task));
        });
    }

    /** One task. */
    public Task read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Task task = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(task, ref(task));
        });
    }

    /** Tasks of a case, open ones first. */
    public List<Task> list(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> noted(table.list(caseId, 500)));
    }

    /** The acting person's open tasks in all cases, by due day. */
    public List<Task> mine(int limit) {
        return acts.consult(
                MINE,
                Scope.organisation(),
                () -> noted(table.open(Acting.require().member(), limit)));
    }

    private static Noted<List<Task>> noted(List<Task> tasks) {
        return Noted.of(tasks, tasks.stream().map(TaskList::ref).toList());
    }

    private static Ref ref(Task task) {
        return new Ref("task", task.id(), task.stamp().owner());
    }
}

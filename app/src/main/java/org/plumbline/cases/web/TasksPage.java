package org.plumbline.cases.web;

import java.util.List;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * The tasks of a case, with the form that adds one; on a task's own page, that task with the form that completes it.
 *
 * @param team who may be given a task
 */
public record TasksPage(CaseHeader header, List<TaskLine> tasks, Form form, List<Option> team) {
    public TasksPage {
        tasks = List.copyOf(tasks);
        team = List.copyOf(team);
    }
}

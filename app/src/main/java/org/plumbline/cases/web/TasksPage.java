package org.plumbline.cases.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * The tasks of a case, with the form that adds one; on a task's own page, that task with the form that completes it.
 *
 * @param team who may be given a task
 * @param typed what is to be known of the day that the form says
 */
public record TasksPage(
        CaseHeader header, List<TaskLine> tasks, Form form, List<Option> team, Optional<DueOnDayOff> typed) {
    public TasksPage {
        tasks = List.copyOf(tasks);
        team = List.copyOf(team);
    }
}

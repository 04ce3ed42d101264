package org.plumbline.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.cases.Task;
import org.plumbline.identity.CalendarFile;
import org.plumbline.identity.Members;
import org.plumbline.identity.OfficeDays;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** Puts names and days left to tasks. */
@Component
class TaskLines {
    private final Members members;
    private final CaseNumbers numbers;
    private final OfficeDays office;
    private final Clock clock;

    TaskLines(Members members, CaseNumbers numbers, OfficeDays office, Clock clock) {
        this.members = members;
        this.numbers = numbers;
        this.office = office;
        this.clock = clock;
    }

    List<TaskLine> of(List<Task> tasks) {
        Map<MemberId, String> names = members.names(tasks.stream()
                .flatMap(t -> Stream.of(t.assignee(), t.stamp().recordedBy()))
                .toList());
        if (tasks.stream().allMatch(Task::completed)) {
            return tasks.stream().map(t -> line(t, names, Optional.empty())).toList();
        }
        CalendarFile calendar = office.own();
        return tasks.stream()
                .map(t -> line(t, names, t.completed() ? Optional.empty() : DueOnDayOff.of(calendar, t.due())))
                .toList();
    }

    private TaskLine line(Task task, Map<MemberId, String> names, Optional<DueOnDayOff> dayOff) {
        LocalDate today = LocalDate.now(clock.withZone(task.zone()));
        return new TaskLine(
                task,
                task.stamp().caseId().map(numbers::number).orElse(""),
                names.getOrDefault(task.stamp().recordedBy(), ""),
                names.getOrDefault(task.assignee(), ""),
                ChronoUnit.DAYS.between(today, task.due()),
                task.assignee().equals(Acting.require().member()),
                dayOff);
    }
}

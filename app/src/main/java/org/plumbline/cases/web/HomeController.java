package org.plumbline.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.audit.Trail;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.cases.TaskList;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: own tasks, own cases, what happened lately; who has no content is told what they may use. */
@Controller
class HomeController {
    private static final int CASES = 20;
    private static final int TASKS = 50;
    private static final int RECENT = 8;
    private static final int DEADLINE_DAYS = 90;

    private final Cases cases;
    private final TaskList tasks;
    private final TaskLines taskLines;
    private final Trail trail;
    private final TrailLines trailLines;
    private final Members members;
    private final List<HomeNotices> notices;
    private final Clock clock;

    HomeController(
            Cases cases,
            TaskList tasks,
            TaskLines taskLines,
            Trail trail,
            TrailLines trailLines,
            Members members,
            List<HomeNotices> notices,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.taskLines = taskLines;
        this.trail = trail;
        this.trailLines = trailLines;
        this.members = members;
        this.notices = List.copyOf(notices);
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home() {
        Acting acting = Acting.require();
        LocalDate today = LocalDate.now(clock.withZone(members.ownOrganisation().zone()));
        HomePage page = HomePage.worksOnCases(acting)
                ? working(acting, today)
                : new HomePage(acting, today, List.of(), List.of(), List.of(), List.of(), List.of());
        return new ModelAndView("cases/home", Map.of("page", page));
    }

    private HomePage working(Acting acting, LocalDate today) {
        List<CaseFile> files = cases.list("", Optional.empty(), CASES);
        return new HomePage(
                acting,
                today,
                taskLines.of(tasks.mine(TASKS)),
                notices.stream().flatMap(each -> each.own().stream()).toList(),
                files,
                deadlines(files, today),
                files.isEmpty()
                        ? List.of()
                        : trailLines.named(
                                trail.recent(files.stream().map(CaseFile::id).toList(), RECENT)));
    }

    private static List<HomePage.Deadline> deadlines(List<CaseFile> files, LocalDate today) {
        return files.stream()
                .filter(CaseFile::open)
                .map(f -> new HomePage.Deadline(
                        f, ChronoUnit.DAYS.between(today, f.authority().validUntil())))
                .filter(d -> d.daysLeft() <= DEADLINE_DAYS)
                .sorted(Comparator.comparingLong(HomePage.Deadline::daysLeft))
                .limit(6)
                .toList();
    }
}

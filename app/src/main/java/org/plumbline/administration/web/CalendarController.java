package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.CalendarFile;
import org.plumbline.identity.Members;
import org.plumbline.identity.OfficeCalendar;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The working calendar of an organisation, for its administrator. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarController {
    private static final String HERE = "redirect:/admin/calendar";

    private final OfficeCalendar calendar;
    private final Members members;
    private final Resubmission resubmission;
    private final FrameFactory frames;
    private final Clock clock;

    CalendarController(
            OfficeCalendar calendar, Members members, Resubmission resubmission, FrameFactory frames, Clock clock) {
        this.calendar = calendar;
        this.members = members;
        this.resubmission = resubmission;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return page(file -> new Forms(CalendarPage.week(file), Form.empty(), Form.empty()), "");
    }

    @PostMapping("/week")
    ModelAndView week(
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<String> weekdays,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            calendar.changeWeek(
                    version, weekdays.stream().filter(code -> !code.isEmpty()).toList(), reason);
            return new ModelAndView(HERE);
        } catch (Refused refused) {
            return resubmission.of(
                    refused, request, form -> page(file -> new Forms(form, Form.empty(), Form.empty()), ""));
        }
    }

    @PostMapping("/days-off")
    ModelAndView give(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        try {
            calendar.give(day, name);
            return new ModelAndView(HERE);
        } catch (Refused refused) {
            return resubmission.of(
                    refused, request, form -> page(file -> new Forms(CalendarPage.week(file), form, Form.empty()), ""));
        }
    }

    @PostMapping("/days-off/{dayId}/end")
    ModelAndView end(@PathVariable UUID dayId) {
        calendar.end(dayId);
        return new ModelAndView(HERE);
    }

    /** Answers with the page itself, which says what was taken. */
    @PostMapping("/import")
    ModelAndView take(
            @RequestParam(defaultValue = "") String days,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        try {
            OfficeCalendar.Taken taken = calendar.take(
                    file == null || file.isEmpty() ? days : new String(file.getBytes(), StandardCharsets.UTF_8));
            String done = frames.texts(request).say("calendar.taken", "added", taken.added(), "known", taken.known());
            return page(now -> new Forms(CalendarPage.week(now), Form.empty(), Form.empty()), done);
        } catch (Refused refused) {
            return resubmission.of(
                    refused, request, form -> page(now -> new Forms(CalendarPage.week(now), Form.empty(), form), ""));
        }
    }

    private record Forms(Form week, Form day, Form taking) {}

    private ModelAndView page(Function<CalendarFile, Forms> made, String done) {
        CalendarFile file = calendar.keep();
        Forms forms = made.apply(file);
        var people = file.weeks().stream()
                .flatMap(week -> week.said().by().stream())
                .distinct()
                .toList();
        LocalDate today = LocalDate.now(clock.withZone(members.ownOrganisation().zone()));
        return new ModelAndView(
                "administration/calendar",
                Map.of(
                        "page",
                        new CalendarPage(
                                file, forms.week(), forms.day(), forms.taking(), done, members.names(people), today)));
    }
}

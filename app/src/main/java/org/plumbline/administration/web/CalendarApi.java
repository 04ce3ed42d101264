package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.IfMatch;
import org.plumbline.identity.CalendarFile;
import org.plumbline.identity.DayOff;
import org.plumbline.identity.OfficeCalendar;
import org.plumbline.kernel.WorkingDays;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar of an organisation over the API. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "Organisation")
class CalendarApi {
    private final OfficeCalendar calendar;

    CalendarApi(OfficeCalendar calendar) {
        this.calendar = calendar;
    }

    /** A day off. */
    record DayOffJson(UUID id, LocalDate day, String name) {
        static DayOffJson of(DayOff off) {
            return new DayOffJson(off.id(), off.day(), off.name());
        }
    }

    /** The weekdays of work and the days off, by day. */
    record CalendarJson(List<String> weekdays, int version, List<DayOffJson> daysOff) {
        static CalendarJson of(CalendarFile file) {
            return new CalendarJson(
                    file.week().stream().sorted().map(CalendarPage::code).toList(),
                    file.version(),
                    file.daysOff().stream().map(DayOffJson::of).toList());
        }
    }

    /** The weekdays of work from now on, and why. */
    record NewWeek(
            @Nullable List<String> weekdays, @Nullable String reason) {}

    /** A day on which nobody is to work. */
    record NewDayOff(@Nullable String day, @Nullable String name) {}

    /** How many days were new, and how many were days off before. */
    record TakenJson(int added, int known) {}

    /** A stretch of days; the first is not counted, the last is. */
    record StretchJson(LocalDate from, LocalDate until, long days) {}

    @GetMapping
    @Operation(summary = "On which days the organisation works")
    ResponseEntity<CalendarJson> read() {
        return tagged(calendar.read());
    }

    @GetMapping("/working-days")
    @Operation(summary = "Working days after one day up to another, or the day so many working days later")
    StretchJson count(
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String until,
            @RequestParam @Nullable String days) {
        WorkingDays working = calendar.read().workingDays();
        LocalDate first = CalendarInput.day("from", from);
        if (days != null) {
            int count = CalendarInput.count(days);
            return new StretchJson(first, working.plus(first, count), count);
        }
        LocalDate last = CalendarInput.day("until", until);
        return new StretchJson(first, last, working.between(first, last));
    }

    @PutMapping("/week")
    @Operation(summary = "Say on which weekdays the organisation works; needs a reason")
    ResponseEntity<CalendarJson> week(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @RequestBody NewWeek body) {
        List<String> asked = body.weekdays();
        return tagged(calendar.changeWeek(
                IfMatch.version(ifMatch), asked == null ? List.of() : asked, MemberInput.text(body.reason())));
    }

    @PostMapping("/days-off")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a day off")
    DayOffJson give(@RequestBody NewDayOff body) {
        return DayOffJson.of(calendar.give(MemberInput.text(body.day()), MemberInput.text(body.name())));
    }

    @PostMapping("/days-off/{dayId}/end")
    @Operation(summary = "Make a day off a day like others again")
    DayOffJson end(@PathVariable UUID dayId) {
        return DayOffJson.of(calendar.end(dayId));
    }

    @PostMapping(
            path = "/import",
            consumes = {"text/calendar", "text/csv", "text/plain"})
    @Operation(summary = "Take days off from a calendar file (ICS) or lines of date and name (CSV): all or none")
    TakenJson take(@RequestBody String body) {
        OfficeCalendar.Taken taken = calendar.take(body);
        return new TakenJson(taken.added(), taken.known());
    }

    private static ResponseEntity<CalendarJson> tagged(CalendarFile file) {
        return IfMatch.tagged(HttpStatus.OK, CalendarJson.of(file), file.version());
    }
}

package org.plumbline.administration.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.identity.CalendarFile;
import org.plumbline.identity.DayOff;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * On which days the office works, and the forms that change it.
 *
 * @param week the form of weekdays
 * @param day the form of one day off
 * @param taking the form that takes days from elsewhere
 * @param done what was taken just now; empty otherwise
 * @param names of everybody who changed the week
 * @param today where the office is
 */
public record CalendarPage(
        CalendarFile file,
        Form week,
        Form day,
        Form taking,
        String done,
        Map<MemberId, String> names,
        LocalDate today) {
    public CalendarPage {
        names = Map.copyOf(names);
    }

    static Form week(CalendarFile file) {
        return new Form(
                Map.of("weekdays", file.week().stream().map(CalendarPage::code).toList()), List.of());
    }

    static String code(DayOfWeek day) {
        return day.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What was refused, of whichever form. */
    public Form refused() {
        return List.of(week, day, taking).stream()
                .filter(form -> !form.errors().isEmpty())
                .findFirst()
                .orElseGet(Form::empty);
    }

    public List<Option> weekdays(Texts texts) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(code(day), texts.say("weekday." + code(day))))
                .toList();
    }

    /** The days from today on. */
    public List<DayOff> coming() {
        return file.daysOff().stream().filter(off -> !off.day().isBefore(today)).toList();
    }

    /** The days before today, latest first. */
    public List<DayOff> past() {
        return file.daysOff().stream()
                .filter(off -> off.day().isBefore(today))
                .toList()
                .reversed();
    }

    /** The weekdays of work in words. */
    public String words(Set<DayOfWeek> days, Texts texts) {
        return days.stream()
                .sorted()
                .map(day -> texts.say("weekday." + code(day)))
                .collect(Collectors.joining(", "));
    }

    public String weekday(DayOff off, Texts texts) {
        return texts.say("weekday." + code(off.day().getDayOfWeek()));
    }

    /** Who decided something; empty where that is not known. */
    public String by(Step step) {
        return step.by().map(by -> names.getOrDefault(by, "")).orElse("");
    }
}

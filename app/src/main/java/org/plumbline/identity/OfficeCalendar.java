package org.plumbline.identity;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** On which days an organisation works, as its administrator says and every member reads. */
@Service
@Application
public class OfficeCalendar {
    private static final Action READ = new Action("identity.read-calendar", Right.MEMBER);
    private static final Action KEEP = new Action("identity.list-calendar", Right.ADMINISTER);
    private static final Action WEEK = new Action("identity.change-week", Right.ADMINISTER);
    private static final Action GIVE = new Action("identity.give-day-off", Right.ADMINISTER);
    private static final Action END = new Action("identity.end-day-off", Right.ADMINISTER);
    private static final Action IMPORT = new Action("identity.import-days-off", Right.ADMINISTER);

    private static final int LONGEST_TEXT = 1_000_000;

    private final Acts acts;
    private final Turn turn;
    private final CalendarTable table;
    private final Ids ids;
    private final Clock clock;

    OfficeCalendar(Acts acts, Turn turn, CalendarTable table, Ids ids, Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** How many days of a text were new, and how many were days off before. */
    public record Taken(int added, int known) {}

    /** The calendar, for everybody of the organisation. */
    public CalendarFile read() {
        return acts.consult(READ, Scope.organisation(), () -> Noted.of(file()));
    }

    /** The same for who keeps it. */
    public CalendarFile keep() {
        return acts.consult(KEEP, Scope.organisation(), () -> Noted.of(file()));
    }

    /**
     * Says on which weekdays the office works from now on.
     *
     * @param version the version the change was made against
     * @param weekdays by their English names
     */
    public CalendarFile changeWeek(int version, List<String> weekdays, String reason) {
        return acts.perform(WEEK, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            CalendarFile now = file();
            var input = new Input();
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            weekdays.forEach(code -> days.add(input.choice("weekdays", code, DayOfWeek.class)));
            if (days.isEmpty()) {
                input.refuse("weekdays", "week-without-work", Map.of());
            }
            String why = input.text("reason", reason, 300);
            input.check();
            if (now.version() != version) {
                throw OwnOrganisation.stale(now.version(), version);
            }
            if (now.week().equals(days)) {
                throw conflict("nothing-changed", Map.of());
            }
            table.insertWeek(own(), new CalendarFile.Week(version + 1, days, step(by, why)));
            return Noted.of(file(), ref()).with("days", codes(days)).with("reason", why);
        });
    }

    /** Adds a day off, given in ISO form; refused where that day is one already. */
    public DayOff give(String said, String name) {
        return acts.perform(GIVE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            var input = new Input();
            LocalDate day = input.date("day", said);
            if (!DaysOffText.mayBe(day)) {
                input.refuse("day", "day-out-of-range", Map.of("value", day.toString()));
            }
            String called = input.text("name", name, 200);
            CalendarFile file = file();
            file.off(day)
                    .ifPresent(off ->
                            input.refuse("day", "day-off-known", Map.of("day", day.toString(), "name", off.name())));
            input.check();
            requireRoom(file, 1);
            var off = new DayOff(ids.next(), day, called);
            table.insertDay(own(), off, step(by, ""));
            return Noted.of(off, ref()).with("day", day).with("name", called);
        });
    }

    /** Makes a day off a day like others again. */
    public DayOff end(UUID id) {
        return acts.perform(END, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            DayOff off = file().daysOff().stream()
                    .filter(d -> d.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            table.endDay(id, step(by, ""));
            return Noted.of(off, ref()).with("day", off.day()).with("name", off.name());
        });
    }

    /**
     * Takes days off from a calendar file (ICS) or from lines of date and name (CSV): all of them, or none where a line
     * cannot be read. A day that is off already keeps its name.
     */
    public Taken take(String text) {
        return acts.perform(IMPORT, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            var input = new Input();
            input.text("days", text, LONGEST_TEXT);
            input.check();
            List<DaysOffText.Named> read = DaysOffText.read(text);
            CalendarFile file = file();
            List<DaysOffText.Named> fresh =
                    read.stream().filter(d -> file.off(d.day()).isEmpty()).toList();
            requireRoom(file, fresh.size());
            fresh.forEach(d -> table.insertDay(own(), new DayOff(ids.next(), d.day(), d.name()), step(by, "")));
            var taken = new Taken(fresh.size(), read.size() - fresh.size());
            return Noted.of(taken, ref()).with("added", taken.added()).with("known", taken.known());
        });
    }

    private static void requireRoom(CalendarFile file, int more) {
        if (file.daysOff().size() + more > CalendarTable.MOST) {
            throw conflict("days-off-full", Map.of("most", "" + CalendarTable.MOST));
        }
    }

    private Step step(MemberId by, String why) {
        return new Step(Optional.of(by), clock.instant(), why);
    }

    private CalendarFile file() {
        return table.read(own());
    }

    private static OrganisationId own() {
        return Acting.require().organisation();
    }

    private static String codes(Set<DayOfWeek> days) {
        return days.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Refused conflict(String code, Map<String, String> arguments) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, arguments).asException();
    }

    private static Ref ref() {
        return new Ref("organisation", own().value(), own());
    }
}

package org.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on working calendars. */
@Component
class CalendarTable {
    private static final Set<DayOfWeek> USUAL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** As many days off as a calendar is read with; more are refused. */
    static final int MOST = 5000;

    private final JdbcClient db;

    CalendarTable(JdbcClient db) {
        this.db = db;
    }

    CalendarFile read(OrganisationId organisation) {
        List<CalendarFile.Week> weeks = db.sql("""
                        select version, days, reason, said_at, said_by
                        from identity.week_said where organisation = :organisation order by version desc limit 200
                        """)
                .param("organisation", organisation.value())
                .query(CalendarTable::week)
                .list();
        List<DayOff> days = db.sql("""
                        select g.id, g.day, g.name from identity.day_off_given g
                        where g.organisation = :organisation
                          and not exists (select 1 from identity.day_off_ended e where e.given = g.id)
                        order by g.day, g.id limit :most
                        """)
                .param("organisation", organisation.value())
                .param("most", MOST)
                .query((row, n) -> new DayOff(
                        row.getObject("id", UUID.class), row.getObject("day", LocalDate.class), row.getString("name")))
                .list();
        Optional<CalendarFile.Week> now = weeks.stream().findFirst();
        return new CalendarFile(
                now.map(CalendarFile.Week::days).orElse(USUAL),
                now.map(CalendarFile.Week::version).orElse(0),
                days,
                weeks);
    }

    void insertWeek(OrganisationId organisation, CalendarFile.Week week) {
        db.sql("""
                        insert into identity.week_said (organisation, version, days, reason, said_at, said_by)
                        values (:organisation, :version, :days, :reason, :at, :by)
                        """)
                .param("organisation", organisation.value())
                .param("version", week.version())
                .param(
                        "days",
                        week.days().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .param("reason", week.said().reason())
                .param("at", week.said().at().atOffset(ZoneOffset.UTC))
                .param("by", week.said().by().orElseThrow().value())
                .update();
    }

    void insertDay(OrganisationId organisation, DayOff off, Step given) {
        db.sql("""
                        insert into identity.day_off_given (id, organisation, day, name, given_at, given_by)
                        values (:id, :organisation, :day, :name, :at, :by)
                        """)
                .param("id", off.id())
                .param("organisation", organisation.value())
                .param("day", off.day())
                .param("name", off.name())
                .param("at", given.at().atOffset(ZoneOffset.UTC))
                .param("by", given.by().orElseThrow().value())
                .update();
    }

    void endDay(UUID given, Step ended) {
        db.sql("insert into identity.day_off_ended (given, ended_at, ended_by) values (:given, :at, :by)")
                .param("given", given)
                .param("at", ended.at().atOffset(ZoneOffset.UTC))
                .param("by", ended.by().orElseThrow().value())
                .update();
    }

    private static CalendarFile.Week week(ResultSet row, int n) throws SQLException {
        Integer[] days = (Integer[]) row.getArray("days").getArray();
        Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(days).map(DayOfWeek::of).forEach(week::add);
        return new CalendarFile.Week(row.getInt("version"), week, RoleTable.step(row, "said_by", "said_at", "reason"));
    }
}

package org.plumbline.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Caveat;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.Texts;
import org.plumbline.site.web.CaseHead;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Tab;

/**
 * What every page of a case is given for its header and tabs; {@code cases/shell} shows it.
 *
 * @param file the case
 * @param lead name of the lead
 * @param supervisor name of the supervisor; absent when the lead supervises
 * @param initials the first few of the team
 * @param teamSize how many have a live standing
 * @param mayWrite whether the reader may add to the case now
 * @param mayDecide whether the reader may decide on team and authority now
 * @param glass until when the reader sees the case by break-glass alone
 * @param today the day in the case's zone
 * @param tabs all tabs, in order
 * @param current key of the tab this page belongs to
 */
public record CaseHeader(
        CaseFile file,
        String lead,
        Optional<String> supervisor,
        List<String> initials,
        int teamSize,
        boolean mayWrite,
        boolean mayDecide,
        Optional<Instant> glass,
        LocalDate today,
        List<CaseTab> tabs,
        String current) {

    public CaseHeader {
        initials = List.copyOf(initials);
        tabs = List.copyOf(tabs);
    }

    public CaseId id() {
        return file.id();
    }

    /** The case's own page. */
    public String href() {
        return "/cases/" + file.id();
    }

    /** Days until the authority ends; negative once it has. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, file.authority().validUntil());
    }

    /** In the reader's words. */
    public CaseHead head(Texts texts) {
        return new CaseHead(
                file.number(), file.title(), href(), caveat(texts), state(texts), facts(texts), shown(texts));
    }

    /** The state of the case: open or closed. */
    public Mark state(Texts texts) {
        return file.open()
                ? Mark.running(texts.say("cases.state.open"))
                : new Mark(Mark.Kind.OFF, "lock", texts.say("cases.state.closed"));
    }

    /** Whether the authority is in force, about to end, or over. */
    public Mark authorityState(Texts texts) {
        if (today.isBefore(file.authority().validFrom())) {
            return Mark.waiting(texts.say("cases.authority.not-yet"));
        }
        if (daysLeft() < 0) {
            return Mark.bad(texts.say("cases.authority.expired"));
        }
        return daysLeft() < 14
                ? Mark.warn(texts.say("cases.authority.ending"))
                : Mark.ok(texts.say("cases.authority.valid"));
    }

    private Optional<String> caveat(Texts texts) {
        return file.caveat() == Caveat.NONE
                ? Optional.empty()
                : Optional.of(texts.say("cases.caveat." + file.caveat().code()));
    }

    private List<CaseHead.Fact> facts(Texts texts) {
        var facts = new ArrayList<CaseHead.Fact>();
        glass.ifPresent(until -> facts.add(fact(texts, "cases.head.glass", texts.dateTime(until), "")));
        facts.add(fact(texts, "cases.head.authority", file.authority().reference(), ""));
        facts.add(fact(texts, "cases.head.expires", texts.date(file.authority().validUntil()), timeLeft(texts)));
        facts.add(fact(texts, "cases.head.lead", lead, ""));
        supervisor.ifPresent(name -> facts.add(fact(texts, "cases.head.supervisor", name, "")));
        facts.add(fact(texts, "cases.head.review", texts.date(file.reviewDue()), ""));
        return facts;
    }

    private static CaseHead.Fact fact(Texts texts, String label, String value, String aside) {
        return new CaseHead.Fact(texts.say(label), value, aside);
    }

    private String timeLeft(Texts texts) {
        return daysLeft() < 0
                ? texts.say("cases.days.past", "count", -daysLeft())
                : texts.say("cases.days.left", "count", daysLeft());
    }

    private List<Tab> shown(Texts texts) {
        return tabs.stream()
                .map(t -> new Tab(
                        texts.say("tab." + t.key()),
                        href() + t.hrefSuffix(),
                        "",
                        t.key().equals(current)))
                .toList();
    }
}

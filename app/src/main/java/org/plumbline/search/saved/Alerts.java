package org.plumbline.search.saved;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.access.Access;
import org.plumbline.access.Decision;
import org.plumbline.access.Stamps;
import org.plumbline.cases.Subject;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.search.Asked;
import org.plumbline.search.Finding;
import org.plumbline.search.Matches;
import org.springframework.stereotype.Service;

/**
 * Alerts on saved searches: asked for by whoever wants to be told, inside one case. About an organisation, a contract
 * or a matter at once; about a person only as a suspect of the case, after a second person agreed, for a while.
 */
@Service
@Application
public class Alerts {
    private static final Action LIST = new Action("search.list-alerts", Right.READ);
    private static final Action READ = new Action("search.read-alert", Right.READ);
    private static final Action ASK = new Action("search.ask-alert", Right.WRITE);
    private static final Action AGREE = new Action("search.agree-alert", Right.SUPERVISE);
    private static final Action DECLINE = new Action("search.decline-alert", Right.SUPERVISE);
    private static final Action END = new Action("search.end-alert", Right.WRITE);
    private static final Action END_OF_OTHERS = new Action("search.end-alert", Right.SUPERVISE);
    private static final Action SEEN = new Action("search.mark-alert-seen", Right.READ);
    private static final Action MINE = new Action("search.list-my-alerts", Right.MEMBER);
    private static final Action OVERSEE = new Action("search.list-person-alerts", Right.OVERSEE);

    /** Safeguard: an alert about a person ends by itself. */
    private static final int LONGEST_DAYS = 90;

    /** A search that finds more than this already is no search for what is new. */
    private static final int MOST_FOUND = 10_000;

    private static final int REASON = 1000;
    private static final int SHOWN = 100;
    private static final int MOST = 100;

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final SavedSearchTable searches;
    private final AlertTable table;
    private final AlertRules rules;
    private final Matches matches;
    private final Ids ids;
    private final Clock clock;

    Alerts(
            Acts acts,
            Access access,
            Stamps stamps,
            SavedSearchTable searches,
            AlertTable table,
            AlertRules rules,
            Matches matches,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.searches = searches;
        this.table = table;
        this.rules = rules;
        this.matches = matches;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An alert with its search.
     *
     * @param mine whether the acting person is told
     */
    public record Line(Alert alert, SavedSearch search, Alert.State state, boolean mine) {}

    /**
     * An alert with what it found and its receiver hasn't seen.
     *
     * @param news when it found how many
     * @param results those that are still found, as far as one page shows them
     */
    public record Reading(Line line, List<Alert.News> news, List<Finding.Result> results) {
        public Reading {
            news = List.copyOf(news);
            results = List.copyOf(results);
        }
    }

    /** Alerts of a case, newest first: everybody in it sees who waits for what. */
    public List<Line> list(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<Line> all = lines(caseId, table.of(caseId));
            return Noted.of(all, all.stream().map(each -> each.alert().ref()).toList());
        });
    }

    /** One of them, with what is new where the acting person is its receiver. */
    public Reading read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Line line = line(caseId, id);
            List<Alert.News> news = line.mine() ? table.unread(id) : List.of();
            List<Finding.Result> results = news.isEmpty() ? List.of() : results(line, news);
            return Noted.of(
                            new Reading(line, news, results),
                            Stream.concat(
                                            Stream.of(line.alert().ref()),
                                            results.stream().map(Finding.Result::ref))
                                    .toList())
                    .with("query", line.search().asked().query());
        });
    }

    private List<Finding.Result> results(Line line, List<Alert.News> news) {
        Set<UUID> records = table.records(news.stream().map(Alert.News::id).toList());
        Asked asked = line.search().asked();
        var first = new Asked(asked.query(), asked.caseId(), asked.selected(), asked.order(), Optional.empty(), SHOWN);
        return matches.among(first, records).orElseThrow(Alerts::loading);
    }

    /** Whom an alert of this case may be about. */
    public List<Subject> suspects(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> Noted.of(rules.suspects(caseId, today(caseId))));
    }

    /**
     * Asks to be told; about a person it waits for a supervisor.
     *
     * @param about a word of {@link Alert.About}
     * @param subject the suspect, about a person
     * @throws Refused for what the safeguards don't allow, for a search that finds too much already, and with
     *     {@code index-loading}
     */
    public Alert ask(CaseId caseId, UUID search, String about, Optional<UUID> subject, String reason) {
        return acts.perform(ASK, Scope.of(caseId), () -> {
            SavedSearch saved = kept(caseId, search);
            var input = new Input();
            Alert.About of = input.choice("about", about, Alert.About.class);
            boolean person = of == Alert.About.PERSON;
            String why = person ? input.text("reason", reason, REASON) : input.optionalText("reason", reason, REASON);
            if (table.of(caseId).stream().anyMatch(each -> isSame(each, search, caseId))) {
                input.refuse("about", "alert-is-there", Map.of());
            }
            if (person && Acting.require().compartmentOf(caseId).isPresent()) {
                input.refuse("about", "alert-of-person-in-compartment", Map.of());
            }
            input.check();
            rules.check(input, caseId, saved.asked().query(), of, subject, today(caseId));
            Set<UUID> found = matches.keys(saved.asked()).orElseThrow(Alerts::loading);
            if (found.size() > MOST_FOUND) {
                input.refuse(
                        "about", "alert-finds-too-much", Map.of("count", "" + found.size(), "most", "" + MOST_FOUND));
            }
            input.check();
            Acting acting = Acting.require();
            var alert = new Alert(
                    ids.next(),
                    stamps.inCase(caseId),
                    search,
                    of,
                    person ? subject : Optional.empty(),
                    why,
                    access.terms(caseId).purpose(),
                    acting.compartmentOf(caseId),
                    Optional.empty(),
                    false,
                    0);
            table.insert(alert);
            table.insertNews(ids.next(), alert.stamp(), alert.id(), true, found);
            return Noted.of(alert, alert.ref(), saved.ref())
                    .with("about", of.code())
                    .with("query", saved.asked().query());
        });
    }

    private boolean isSame(Alert alert, UUID search, CaseId caseId) {
        Alert.State state = alert.state(today(caseId));
        return alert.search().equals(search)
                && isMine(alert)
                && (state == Alert.State.RUNNING || state == Alert.State.WAITING);
    }

    /** Lets an alert about a person begin, for so many days from today; never by who asked. */
    public void agree(CaseId caseId, UUID id, String days, String reason) {
        acts.perform(AGREE, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, REASON);
            Optional<Integer> last = days(days);
            if (last.isEmpty()) {
                input.refuse("days", "alert-days", Map.of("most", "" + LONGEST_DAYS));
            }
            input.check();
            LocalDate until = today(caseId).plusDays(last.orElseThrow());
            Alert alert = decide(caseId, id, why, Optional.of(until));
            return Noted.of(alert, alert.ref()).with("until", until).with("reason", why);
        });
    }

    /** Says no to an alert about a person; whoever asked may say so too. */
    public void decline(CaseId caseId, UUID id, String reason) {
        acts.perform(DECLINE, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, REASON);
            input.check();
            Alert alert = decide(caseId, id, why, Optional.empty());
            return Noted.of(alert, alert.ref()).with("reason", why);
        });
    }

    private Alert decide(CaseId caseId, UUID id, String reason, Optional<LocalDate> until) {
        Line line = line(caseId, id);
        if (line.state() != Alert.State.WAITING) {
            throw conflict("alert-decided");
        }
        if (until.isPresent() && line.mine()) {
            throw conflict("alert-is-yours");
        }
        if (!table.insertDecision(ids.next(), stamps.inCase(caseId), id, reason, until)) {
            throw conflict("alert-decided");
        }
        return line.alert();
    }

    /** Ends one: one's own, or as who decides on the case anybody's. One that has ended stays so. */
    public void end(CaseId caseId, UUID id) {
        acts.perform(END, Scope.of(caseId), () -> {
            Line line = line(caseId, id);
            if (!line.mine() && !decides(Acting.require(), caseId)) {
                throw conflict("alert-of-another");
            }
            table.insertEnd(ids.next(), stamps.inCase(caseId), id);
            return Noted.of(line, line.alert().ref());
        });
    }

    /** Its receiver has seen what was new. */
    public void seen(CaseId caseId, UUID id) {
        acts.perform(SEEN, Scope.of(caseId), () -> {
            Line line = line(caseId, id);
            if (line.mine()) {
                table.unread(id).forEach(news -> table.insertRead(ids.next(), stamps.inCase(caseId), news.id()));
            }
            return Noted.of(line, line.alert().ref());
        });
    }

    /** The acting person's own with something new, and those that wait for their decision, over all cases. */
    public List<Line> mine() {
        return acts.consult(MINE, Scope.organisation(), () -> {
            MemberId me = Acting.require().member();
            Stream<Alert> waiting = table.waitingFor(me, MOST).stream().filter(this::mayDecide);
            List<Line> lines = lines(
                    Stream.concat(table.unreadOf(me, MOST).stream(), waiting).toList());
            return Noted.of(
                    lines, lines.stream().map(each -> each.alert().ref()).toList());
        });
    }

    /** Alerts about persons in the organisation, newest first, for its overseer. */
    public List<PersonAlert> aboutPersons(Optional<UUID> before, int limit) {
        return acts.consult(OVERSEE, Scope.organisation(), () -> {
            List<PersonAlert> all = table.aboutPersons(before, limit);
            return Noted.of(all).with("total", all.size());
        });
    }

    /** Whether the acting person decides on an alert's case once they are in it. */
    private boolean mayDecide(Alert alert) {
        CaseId caseId = alert.stamp().caseId().orElseThrow();
        var there = new Acting.Purpose(caseId, alert.purpose());
        return decides(Acting.require().withPurpose(Optional.of(there)), caseId);
    }

    /** Asked of the policy without an entry. */
    private boolean decides(Acting acting, CaseId caseId) {
        return access.decide(acting, END_OF_OTHERS, Scope.of(caseId)) instanceof Decision.Allowed;
    }

    private Line line(CaseId caseId, UUID id) {
        Alert alert = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
        return lines(caseId, List.of(alert)).stream().findFirst().orElseThrow(Refusal.absent()::asException);
    }

    private List<Line> lines(CaseId caseId, List<Alert> alerts) {
        LocalDate today = today(caseId);
        return lines(alerts, today);
    }

    private List<Line> lines(List<Alert> alerts) {
        return lines(alerts, LocalDate.now(clock));
    }

    private List<Line> lines(List<Alert> alerts, LocalDate today) {
        Map<UUID, SavedSearch> kept = searches
                .all(alerts.stream().map(Alert::search).distinct().toList())
                .stream()
                .collect(Collectors.toMap(SavedSearch::id, each -> each));
        return alerts.stream()
                .flatMap(each -> Optional.ofNullable(kept.get(each.search()))
                        .map(search -> new Line(each, search, each.state(today), isMine(each)))
                        .stream())
                .toList();
    }

    private SavedSearch kept(CaseId caseId, UUID search) {
        return searches.of(caseId).stream()
                .filter(each -> each.id().equals(search))
                .findFirst()
                .orElseThrow(Refusal.absent()::asException);
    }

    private LocalDate today(CaseId caseId) {
        return LocalDate.now(clock.withZone(access.terms(caseId).zone()));
    }

    private static boolean isMine(Alert alert) {
        return alert.stamp().recordedBy().equals(Acting.require().member());
    }

    private static Optional<Integer> days(String typed) {
        return typed.strip().matches("\\d{1,3}")
                ? Optional.of(Integer.parseInt(typed.strip())).filter(n -> n >= 1 && n <= LONGEST_DAYS)
                : Optional.empty();
    }

    private static Refused loading() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "index-loading", Map.of()).asException();
    }

    private static Refused conflict(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of()).asException();
    }
}

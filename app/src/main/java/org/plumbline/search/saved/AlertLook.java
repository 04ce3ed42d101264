package org.plumbline.search.saved;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Decision;
import org.plumbline.access.Stamps;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.search.Matches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look of an alert, as its receiver, with what that person may see now. A look that finds nothing new shows nobody
 * anything and leaves nothing; one that does is an act on the trail.
 */
@Component
class AlertLook {
    private static final Action TELL = new Action("search.tell-alert", Right.READ);

    /** About a person the authority of the case has to be in force, which adding to it needs too. */
    private static final Action TELL_OF_PERSON = new Action("search.tell-alert", Right.WRITE);

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final SavedSearchTable searches;
    private final AlertTable table;
    private final AlertRules rules;
    private final Matches matches;
    private final TransactionTemplate reading;
    private final Ids ids;
    private final Clock clock;

    AlertLook(
            Acts acts,
            Access access,
            Stamps stamps,
            SavedSearchTable searches,
            AlertTable table,
            AlertRules rules,
            Matches matches,
            PlatformTransactionManager transactions,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.searches = searches;
        this.table = table;
        this.rules = rules;
        this.matches = matches;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.ids = ids;
        this.clock = clock;
    }

    /** Looks, with its receiver bound as acting. */
    void at(UUID id, CaseId caseId) {
        Optional<Found> found = Objects.requireNonNull(reading.execute(status -> found(id, caseId)));
        found.filter(each -> !each.fresh().isEmpty()).ifPresent(each -> tell(each, caseId));
    }

    /** @param fresh records that it finds for the first time */
    private record Found(Alert alert, SavedSearch search, Set<UUID> fresh) {}

    private Optional<Found> found(UUID id, CaseId caseId) {
        return table.find(caseId, id)
                .filter(alert -> mayLook(alert, caseId))
                .flatMap(alert -> searches.all(List.of(alert.search())).stream()
                        .findFirst()
                        .flatMap(search ->
                                matches.keys(search.asked()).map(keys -> new Found(alert, search, fresh(keys, id)))));
    }

    private Set<UUID> fresh(Set<UUID> keys, UUID alert) {
        var fresh = new HashSet<>(keys);
        fresh.removeAll(table.known(alert));
        return fresh;
    }

    /** Asked of the policy without an entry, since nothing is shown yet. */
    private boolean mayLook(Alert alert, CaseId caseId) {
        return access.decide(Acting.require(), action(alert), Scope.of(caseId)) instanceof Decision.Allowed
                && alert.state(today(caseId)) == Alert.State.RUNNING;
    }

    private static Action action(Alert alert) {
        return alert.about() == Alert.About.PERSON ? TELL_OF_PERSON : TELL;
    }

    private void tell(Found found, CaseId caseId) {
        acts.perform(action(found.alert()), Scope.of(caseId), () -> {
            Alert alert = found.alert();
            Optional<String> fault = fault(found, caseId);
            if (fault.isPresent()) {
                table.insertEnd(ids.next(), stamps.inCase(caseId), alert.id());
                return Noted.of(alert, alert.ref()).with("ended", fault.get());
            }
            table.insertNews(ids.next(), stamps.inCase(caseId), alert.id(), false, found.fresh());
            return Noted.of(alert, alert.ref())
                    .with("query", found.search().asked().query())
                    .with("new", found.fresh().size());
        });
    }

    /**
     * Why it could not be asked for now: its suspect is none any more or wasn't validated in time, or its query names
     * somebody whom the case has come to know. It ends by itself then.
     */
    private Optional<String> fault(Found found, CaseId caseId) {
        var input = new Input();
        Alert alert = found.alert();
        rules.check(input, caseId, found.search().asked().query(), alert.about(), alert.subject(), today(caseId));
        return input.fault();
    }

    private LocalDate today(CaseId caseId) {
        return LocalDate.now(clock.withZone(access.terms(caseId).zone()));
    }
}

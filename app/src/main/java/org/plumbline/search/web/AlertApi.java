package org.plumbline.search.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.Finding;
import org.plumbline.search.index.Hit;
import org.plumbline.search.saved.Alert;
import org.plumbline.search.saved.Alerts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alerts of a case, as data. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class AlertApi {
    private final Alerts alerts;

    AlertApi(Alerts alerts) {
        this.alerts = alerts;
    }

    /**
     * An alert that is wanted.
     *
     * @param about organisation, contract, matter or person
     * @param subject the suspect, about a person
     */
    record New(
            @Nullable String about,
            @Nullable String subject,
            @Nullable String reason) {}

    /** @param days how long it may look, about a person; absent for the longest */
    record Said(@Nullable String reason, @Nullable String days) {}

    /**
     * An alert.
     *
     * @param mine whether the asking person is told
     * @param unread how many records are new; told to its receiver only
     */
    record Item(
            UUID id,
            UUID search,
            String name,
            String about,
            @Nullable UUID subject,
            String reason,
            String state,
            @Nullable LocalDate until,
            UUID askedBy,
            Instant askedAt,
            boolean mine,
            @Nullable Long unread) {
        static Item of(Alerts.Line line) {
            Alert alert = line.alert();
            return new Item(
                    alert.id(),
                    alert.search(),
                    line.search().name(),
                    alert.about().code(),
                    alert.subject().orElse(null),
                    alert.reason(),
                    line.state().code(),
                    alert.decision().flatMap(Alert.Decision::until).orElse(null),
                    alert.stamp().recordedBy().value(),
                    alert.stamp().recordedAt(),
                    line.mine(),
                    line.mine() ? alert.unread() : null);
        }
    }

    /** A record that is new. */
    record Found(String kind, UUID id, String title, String href) {
        static Found of(Finding.Result result) {
            return new Found(
                    result.hit().kind(),
                    result.hit().key(),
                    plain(result.hit().title()),
                    result.place().href());
        }

        private static String plain(List<Hit.Run> title) {
            return title.stream().map(Hit.Run::text).collect(Collectors.joining());
        }
    }

    /** An alert with what is new in it. */
    record Read(Item alert, List<Found> items) {}

    @GetMapping("/alerts")
    Map<String, List<Item>> list(@PathVariable UUID caseId) {
        return Map.of(
                "items", alerts.list(new CaseId(caseId)).stream().map(Item::of).toList());
    }

    @GetMapping("/alerts/{alertId}")
    Read read(@PathVariable UUID caseId, @PathVariable UUID alertId) {
        Alerts.Reading reading = alerts.read(new CaseId(caseId), alertId);
        return new Read(
                Item.of(reading.line()),
                reading.results().stream().map(Found::of).toList());
    }

    @PostMapping("/saved-searches/{savedId}/alerts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> ask(@PathVariable UUID caseId, @PathVariable UUID savedId, @RequestBody New wanted) {
        Alert alert = alerts.ask(
                new CaseId(caseId),
                savedId,
                text(wanted.about()),
                AlertInput.subject(wanted.subject()),
                text(wanted.reason()));
        return Map.of("id", alert.id());
    }

    @PostMapping("/alerts/{alertId}/agree")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agree(@PathVariable UUID caseId, @PathVariable UUID alertId, @RequestBody Said said) {
        String days = Optional.ofNullable(said.days()).orElse(AlertInput.LONGEST);
        alerts.agree(new CaseId(caseId), alertId, days, text(said.reason()));
    }

    @PostMapping("/alerts/{alertId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable UUID caseId, @PathVariable UUID alertId, @RequestBody Said said) {
        alerts.decline(new CaseId(caseId), alertId, text(said.reason()));
    }

    @PostMapping("/alerts/{alertId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID caseId, @PathVariable UUID alertId) {
        alerts.end(new CaseId(caseId), alertId);
    }

    @PostMapping("/alerts/{alertId}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable UUID caseId, @PathVariable UUID alertId) {
        alerts.seen(new CaseId(caseId), alertId);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}

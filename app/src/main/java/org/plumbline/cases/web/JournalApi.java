package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.Journal;
import org.plumbline.cases.JournalEntry;
import org.plumbline.kernel.CaseId;
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
import org.springframework.web.bind.annotation.RestController;

/** The journal over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/journal")
@Tag(name = "Journal")
class JournalApi {
    private final Journal journal;

    JournalApi(Journal journal) {
        this.journal = journal;
    }

    /** An entry of the journal. */
    record JournalJson(
            UUID id,
            int version,
            String heading,
            String body,
            String happened,
            @Nullable UUID corrects,
            @Nullable Instant signedOffAt,
            Instant recordedAt,
            UUID recordedBy) {
        static JournalJson of(JournalEntry e) {
            return new JournalJson(
                    e.id(),
                    e.stamp().version(),
                    e.heading(),
                    e.body(),
                    e.happened().text(),
                    e.corrects().orElse(null),
                    e.signedOffAt().orElse(null),
                    e.stamp().recordedAt(),
                    e.stamp().recordedBy().value());
        }
    }

    /** What is written. */
    record NewEntry(
            @Nullable String heading,
            @Nullable String body,
            @Nullable String happened,
            @Nullable UUID corrects) {}

    @GetMapping
    @Operation(summary = "Entries, newest first")
    Listing<JournalJson> list(@PathVariable UUID caseId, @RequestParam Optional<UUID> before) {
        return Listing.of(
                journal.list(new CaseId(caseId), before, Pages.SIZE + 1),
                Pages.SIZE,
                JournalEntry::id,
                JournalJson::of);
    }

    @PostMapping
    @Operation(summary = "Write a draft")
    ResponseEntity<JournalJson> write(@PathVariable UUID caseId, @RequestBody NewEntry body) {
        return tagged(
                HttpStatus.CREATED,
                journal.write(
                        new CaseId(caseId),
                        text(body.heading()),
                        text(body.body()),
                        text(body.happened()),
                        Optional.ofNullable(body.corrects())));
    }

    @GetMapping("/{entryId}")
    @Operation(summary = "An entry")
    ResponseEntity<JournalJson> read(@PathVariable UUID caseId, @PathVariable UUID entryId) {
        return tagged(HttpStatus.OK, journal.read(new CaseId(caseId), entryId));
    }

    @PutMapping("/{entryId}")
    @Operation(summary = "Change a draft of your own")
    ResponseEntity<JournalJson> rewrite(
            @PathVariable UUID caseId,
            @PathVariable UUID entryId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewEntry body) {
        return tagged(
                HttpStatus.OK,
                journal.rewrite(
                        new CaseId(caseId),
                        entryId,
                        IfMatch.version(ifMatch),
                        text(body.heading()),
                        text(body.body()),
                        text(body.happened())));
    }

    @PostMapping("/{entryId}/sign-off")
    @Operation(summary = "Sign a draft off")
    ResponseEntity<JournalJson> signOff(
            @PathVariable UUID caseId,
            @PathVariable UUID entryId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return tagged(HttpStatus.OK, journal.signOff(new CaseId(caseId), entryId, IfMatch.version(ifMatch)));
    }

    private static ResponseEntity<JournalJson> tagged(HttpStatus status, JournalEntry entry) {
        return IfMatch.tagged(status, JournalJson.of(entry), entry.stamp().version());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

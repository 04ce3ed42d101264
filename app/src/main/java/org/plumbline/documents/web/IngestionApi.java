package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Item;
import org.plumbline.documents.ItemState;
import org.plumbline.documents.Pace;
import org.plumbline.documents.ReadingStop;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ingestions and their ledger over the API; the bytes of a file are the body of its request. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/ingestions")
class IngestionApi {
    private static final int MOST = 500;

    private final Ingestions ingestions;
    private final Jobs jobs;
    private final ReadingStop stop;
    private final FrameFactory frames;

    IngestionApi(Ingestions ingestions, Jobs jobs, ReadingStop stop, FrameFactory frames) {
        this.ingestions = ingestions;
        this.jobs = jobs;
        this.stop = stop;
        this.frames = frames;
    }

    /**
     * What a sender says to begin.
     *
     * @param expected how many files will follow, where known
     * @param purpose the purpose; where stated it must be the case's own
     */
    record Begin(
            @Nullable String title,
            @Nullable Integer expected,
            @Nullable String purpose) {}

    /**
     * An ingestion as the API says it.
     *
     * @param states items in each state; they add up to total
     * @param open items without a final state
     * @param missingWalls the walls without which nothing is read on this server; absent while files are read
     * @param paused whether a person has paused it
     * @param filesPerMinute how fast it is read now; absent where that can't be said
     * @param secondsLeft about how long the rest takes at that pace
     * @param job where the job that reads them stands: waiting, running, paused, done or failed
     */
    record One(
            UUID id,
            String title,
            Optional<Integer> expected,
            Instant begunAt,
            UUID begunBy,
            Optional<Instant> completedAt,
            long inputs,
            long total,
            long open,
            Map<String, Long> states,
            boolean paused,
            Optional<String> missingWalls,
            Optional<Long> filesPerMinute,
            Optional<Long> secondsLeft,
            Optional<String> job,
            int version) {
        static One of(Ingestions.Summary summary, Optional<String> missingWalls, Optional<String> job) {
            var states = new LinkedHashMap<String, Long>();
            for (ItemState state : ItemState.values()) {
                states.put(state.code(), summary.counts().of(state));
            }
            var ingestion = summary.ingestion();
            return new One(
                    ingestion.id(),
                    ingestion.title(),
                    ingestion.expected(),
                    ingestion.stamp().recordedAt(),
                    ingestion.stamp().recordedBy().value(),
                    ingestion.completedAt(),
                    summary.counts().inputs(),
                    summary.counts().total(),
                    summary.counts().open(),
                    states,
                    summary.paused(),
                    missingWalls,
                    summary.pace().map(Pace::perMinute),
                    summary.pace().map(pace -> pace.left().toSeconds()),
                    job,
                    ingestion.stamp().version());
        }
    }

    /** Why, as a stable code and in a sentence. */
    record Why(String code, String sentence) {}

    /** A line of the ledger as the API says it. */
    record Line(
            UUID id,
            String reference,
            String path,
            String name,
            Optional<UUID> parent,
            int depth,
            String relation,
            UUID exhibit,
            long bytes,
            Optional<String> sha256,
            String state,
            List<Why> reasons,
            Optional<UUID> duplicateOf,
            Optional<UUID> document,
            int version) {}

    /** Some of a list, and the cursor of the rest; no cursor on the last page. */
    record Several<T>(List<T> items, Optional<UUID> next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    One begin(@PathVariable UUID caseId, @RequestBody Begin begin) {
        var id = new CaseId(caseId);
        var ingestion = ingestions.begin(
                id,
                begin.title() == null ? "" : begin.title(),
                Optional.ofNullable(begin.expected()),
                Optional.ofNullable(begin.purpose()));
        return One.of(ingestions.read(id, ingestion.id()), Optional.empty(), Optional.empty());
    }

    @GetMapping
    Several<One> list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        var found = ingestions.list(new CaseId(caseId), before, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Several<>(
                shown.stream()
                        .map(s -> One.of(s, Optional.empty(), Optional.empty()))
                        .toList(),
                found.size() > size ? Optional.of(shown.getLast().ingestion().id()) : Optional.empty());
    }

    /**
     * One file.
     *
     * @param path the file's path as the sender knows it
     * @param digests comparison digests to work out beside the SHA-256, such as {@code md5,sha1}
     */
    @PostMapping(path = "/{ingestion}/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Line add(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String digests,
            HttpServletRequest request)
            throws IOException {
        Origin origin = Acting.require().channel() == Acting.Channel.PAGE ? Origin.UPLOAD : Origin.COMMAND;
        Received as = Received.of(path, origin);
        var input = new Input();
        Set<ComparisonKind> compared = ComparisonKind.read("digests", digests, input);
        input.check();
        Item item = ingestions.add(new CaseId(caseId), ingestion, as, request.getInputStream(), compared);
        return line(item, request);
    }

    @PostMapping("/{ingestion}/complete")
    One complete(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        var id = new CaseId(caseId);
        ingestions.complete(id, ingestion);
        return read(id, ingestion);
    }

    @GetMapping("/{ingestion}")
    ResponseEntity<One> one(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        One one = read(new CaseId(caseId), ingestion);
        return ResponseEntity.ok().eTag("\"" + one.version() + "\"").body(one);
    }

    @GetMapping("/{ingestion}/items")
    Several<Line> items(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "200") int limit,
            HttpServletRequest request) {
        int size = Math.clamp(limit, 1, MOST);
        var found = ingestions.items(new CaseId(caseId), ingestion, state(state), after, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Several<>(
                shown.stream().map(item -> line(item, request)).toList(),
                found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    @GetMapping("/{ingestion}/items/{item}")
    ResponseEntity<Line> item(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @PathVariable UUID item,
            HttpServletRequest request) {
        Item found = ingestions.item(new CaseId(caseId), ingestion, item);
        return ResponseEntity.ok().eTag("\"" + found.stamp().version() + "\"").body(line(found, request));
    }

    @PostMapping("/{ingestion}/items/{item}/retry")
    ResponseEntity<Object> retry(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @PathVariable UUID item,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            HttpServletRequest request) {
        if (version == null || !version.matches("\"?\\d{1,9}\"?")) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_REQUIRED).build();
        }
        Item retried =
                ingestions.retry(new CaseId(caseId), ingestion, item, Integer.parseInt(version.replace("\"", "")));
        return ResponseEntity.ok(line(retried, request));
    }

    One read(CaseId caseId, UUID ingestion) {
        // The job first: when it is over, the counts read after it are the last ones.
        Optional<String> job = ingestions
                .read(caseId, ingestion)
                .ingestion()
                .job()
                .map(j -> jobs.read(caseId, j).state().code());
        Ingestions.Summary summary = ingestions.read(caseId, ingestion);
        return One.of(summary, summary.counts().open() > 0 ? stop.missing() : Optional.empty(), job);
    }

    private Line line(Item item, HttpServletRequest request) {
        var texts = frames.texts(request);
        return new Line(
                item.id(),
                item.reference(),
                item.path(),
                item.name(),
                item.parent(),
                item.depth(),
                item.relation(),
                item.exhibit(),
                item.bytes(),
                item.digest().map(d -> d.hex()),
                item.state().code(),
                item.reasons().stream()
                        .map(r -> new Why(r.code(), Words.reason(r, texts)))
                        .toList(),
                item.duplicateOf(),
                item.document(),
                item.stamp().version());
    }

    private static Optional<ItemState> state(String code) {
        try {
            return code.isBlank() ? Optional.empty() : Optional.of(ItemState.ofCode(code));
        } catch (IllegalArgumentException e) {
            throw unknown(code);
        }
    }

    private static Refused unknown(String code) {
        return Refusal.invalid(List.of(new Refusal.Field("state", "field-not-a-choice", Map.of("value", code))))
                .asException();
    }
}

package org.plumbline.entities.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.entities.CollectionRecord;
import org.plumbline.entities.EntityCollections;
import org.plumbline.entities.Import;
import org.plumbline.entities.ImportRun;
import org.plumbline.entities.NewSource;
import org.plumbline.entities.SourceRecord;
import org.plumbline.entities.Sources;
import org.plumbline.jobs.JobState;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sources, collections and imports over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class SourceApi {
    private static final int LONGEST = 200;

    private final Sources sources;
    private final EntityCollections collections;
    private final Import imports;
    private final Jobs jobs;

    SourceApi(Sources sources, EntityCollections collections, Import imports, Jobs jobs) {
        this.sources = sources;
        this.collections = collections;
        this.imports = imports;
        this.jobs = jobs;
    }

    /** @param refKind exhibit or document, with {@code refId}, where the source is one of the case's own */
    record AskedSource(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable String published,
            @Nullable String checked,
            @Nullable String url,
            @Nullable String refKind,
            @Nullable UUID refId) {}

    record SourceAnswer(
            UUID id,
            String kind,
            String title,
            String publisher,
            String published,
            @Nullable String checked,
            String url,
            @Nullable String refKind,
            @Nullable UUID refId) {
        static SourceAnswer of(SourceRecord s) {
            return new SourceAnswer(
                    s.id(),
                    s.kind().code(),
                    s.title(),
                    s.publisher(),
                    s.published(),
                    s.checked().map(Object::toString).orElse(null),
                    s.url(),
                    s.about().map(Ref::kind).orElse(null),
                    s.about().map(Ref::id).orElse(null));
        }
    }

    record AskedCollection(
            @Nullable String name,
            @Nullable String publisher,
            @Nullable String licence,
            @Nullable String checked) {}

    record CollectionAnswer(
            UUID id,
            String name,
            String publisher,
            String licence,
            @Nullable String checked) {
        static CollectionAnswer of(CollectionRecord c) {
            return new CollectionAnswer(
                    c.id(),
                    c.name(),
                    c.publisher(),
                    c.licence(),
                    c.checked().map(Object::toString).orElse(null));
        }
    }

    record ImportAnswer(UUID id, String file, long size, String sha256, String state, boolean done, Counts counts) {}

    record Counts(
            long lines,
            long blank,
            long read,
            long refused,
            long values,
            long marked,
            long leftOut,
            long added,
            long known) {
        static Counts of(ImportRun.Counts c) {
            return new Counts(
                    c.lines(),
                    c.blank(),
                    c.read(),
                    c.refused(),
                    c.values(),
                    c.marked(),
                    c.leftOut(),
                    c.added(),
                    c.known());
        }
    }

    record FaultAnswer(long line, String property, String code, String detail, long times) {
        static FaultAnswer of(ImportRun.Fault f) {
            return new FaultAnswer(f.line(), f.property(), f.code(), f.detail(), f.times());
        }
    }

    @GetMapping("/sources")
    EntityAnswers.Page<SourceAnswer> sources(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, LONGEST);
        List<SourceRecord> found = sources.list(new CaseId(caseId), before, most + 1);
        return new EntityAnswers.Page<>(
                found.stream().limit(most).map(SourceAnswer::of).toList(),
                found.size() > most ? found.get(most - 1).id().toString() : null);
    }

    @PostMapping("/sources")
    ResponseEntity<SourceAnswer> addSource(@PathVariable UUID caseId, @RequestBody AskedSource asked) {
        UUID ref = asked.refId();
        String kind = text(asked.refKind());
        SourceRecord made = sources.add(
                new CaseId(caseId),
                new NewSource(
                        text(asked.kind()),
                        text(asked.title()),
                        text(asked.publisher()),
                        text(asked.published()),
                        text(asked.checked()),
                        text(asked.url()),
                        ref == null || !kind.matches("exhibit|document")
                                ? Optional.empty()
                                : Optional.of(
                                        new Ref(kind, ref, Acting.require().organisation()))));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/sources/" + made.id()))
                .body(SourceAnswer.of(made));
    }

    @GetMapping("/collections")
    EntityAnswers.Page<CollectionAnswer> collections(@PathVariable UUID caseId) {
        return new EntityAnswers.Page<>(
                collections.list(new CaseId(caseId)).stream()
                        .map(CollectionAnswer::of)
                        .toList(),
                null);
    }

    @PostMapping("/collections")
    ResponseEntity<CollectionAnswer> addCollection(@PathVariable UUID caseId, @RequestBody AskedCollection asked) {
        CollectionRecord made = collections.add(
                new CaseId(caseId),
                text(asked.name()),
                text(asked.publisher()),
                text(asked.licence()),
                text(asked.checked()));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/collections/" + made.id()))
                .body(CollectionAnswer.of(made));
    }

    /** Takes FollowTheMoney JSON lines as the body, of any length. */
    @PostMapping(
            path = "/collections/{id}/imports",
            consumes = {"application/jsonl", "application/x-ndjson", "application/octet-stream"})
    ResponseEntity<ImportAnswer> start(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "entities.ftm.json") String file,
            InputStream body)
            throws IOException {
        ImportRun run = imports.start(new CaseId(caseId), id, CollectionsController.last(file), body);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/cases/" + caseId + "/collections/" + id + "/imports/" + run.id()))
                .body(answer(new CaseId(caseId), run));
    }

    @GetMapping("/collections/{id}/imports/{run}")
    ImportAnswer run(@PathVariable UUID caseId, @PathVariable UUID id, @PathVariable UUID run) {
        return answer(new CaseId(caseId), imports.read(new CaseId(caseId), run));
    }

    /** Refused lines; {@code next} is given as {@code after}. */
    @GetMapping("/collections/{id}/imports/{run}/refused")
    EntityAnswers.Page<FaultAnswer> refused(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit) {
        int most = Math.clamp(limit, 1, LONGEST);
        List<ImportRun.Fault> found = imports.refused(new CaseId(caseId), run, after, most);
        return new EntityAnswers.Page<>(
                found.stream().map(FaultAnswer::of).toList(),
                found.size() < most ? null : "" + found.getLast().line());
    }

    @GetMapping("/collections/{id}/imports/{run}/left-out")
    EntityAnswers.Page<FaultAnswer> leftOut(@PathVariable UUID caseId, @PathVariable UUID id, @PathVariable UUID run) {
        return new EntityAnswers.Page<>(
                imports.leftOut(new CaseId(caseId), run).stream()
                        .map(FaultAnswer::of)
                        .toList(),
                null);
    }

    private ImportAnswer answer(CaseId caseId, ImportRun run) {
        String state = run.job()
                .map(j -> jobs.read(caseId, j).state())
                .orElse(JobState.WAITING)
                .code();
        return new ImportAnswer(
                run.id(), run.fileName(), run.size(), run.sha256(), state, run.done(), Counts.of(run.counts()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

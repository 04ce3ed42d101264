package org.plumbline.entities.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.entities.EntityReading;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.SourceRecord;
import org.plumbline.entities.Sources;
import org.plumbline.entities.Statements;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of sources and of single statements. */
@Controller
@RequestMapping("/cases/{caseId}")
class SourcesController {
    private static final int PAGE = 100;

    private final Sources sources;
    private final Statements statements;
    private final Vocabulary vocabulary;
    private final Wordings words;
    private final CaseHeaders headers;
    private final FrameFactory frames;

    SourcesController(
            Sources sources,
            Statements statements,
            Vocabulary vocabulary,
            Wordings words,
            CaseHeaders headers,
            FrameFactory frames) {
        this.sources = sources;
        this.statements = statements;
        this.vocabulary = vocabulary;
        this.words = words;
        this.headers = headers;
        this.frames = frames;
    }

    @GetMapping("/sources")
    ModelAndView list(@PathVariable UUID caseId, @RequestParam Optional<UUID> before, HttpServletRequest request) {
        return page(caseId, before, Form.empty(), HttpStatus.OK, request);
    }

    @PostMapping("/sources")
    ModelAndView add(@PathVariable UUID caseId, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        try {
            SourceRecord made = sources.add(new CaseId(caseId), EntityForms.newSource(sent));
            return EntitiesController.to("/cases/" + caseId + "/sources/" + made.id());
        } catch (Refused refused) {
            Form form = EntitiesController.formAgain(refused, request, frames.texts(request));
            return page(caseId, Optional.empty(), form, EntitiesController.status(refused), request);
        }
    }

    @GetMapping("/sources/{id}")
    ModelAndView read(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> after,
            HttpServletRequest request) {
        Texts texts = frames.texts(request);
        var header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        Sources.Reading reading = sources.read(header.id(), id, after, PAGE);
        Map<UUID, EntityRecord> about = reading.about().stream().collect(Collectors.toMap(EntityRecord::id, e -> e));
        List<SourcePage.Row> rows = reading.statements().stream()
                .flatMap(s -> Optional.ofNullable(about.get(subject(s))).stream()
                        .map(e -> row(header.id(), s, e, reading.source(), about, texts)))
                .toList();
        String next = reading.statements().size() < PAGE
                ? ""
                : header.href() + "/sources/" + id + "?after="
                        + reading.statements().getLast().id();
        return new ModelAndView(
                "entities/source", Map.of("page", new SourcePage(header, reading.source(), rows, next)));
    }

    @GetMapping("/statements/{id}")
    ModelAndView statement(@PathVariable UUID caseId, @PathVariable UUID id, HttpServletRequest request) {
        return statement(caseId, id, Form.empty(), HttpStatus.OK, request);
    }

    @PostMapping("/statements/{id}/retract")
    ModelAndView retract(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            Statement gone = statements.retract(new CaseId(caseId), id, reason);
            return EntitiesController.to("/cases/" + caseId + "/entities/" + subject(gone) + "?retracted=true");
        } catch (Refused refused) {
            Form form = EntitiesController.formAgain(refused, request, frames.texts(request));
            return statement(caseId, id, form, EntitiesController.status(refused), request);
        }
    }

    private ModelAndView page(
            UUID caseId, Optional<UUID> before, Form form, HttpStatus status, HttpServletRequest request) {
        var header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        List<SourceRecord> found = sources.list(header.id(), before, PAGE + 1);
        String address = header.href() + "/sources";
        var page = new SourcesPage(
                header,
                found.stream().limit(PAGE).toList(),
                EntityForms.sourceKinds(frames.texts(request)),
                before.isPresent() ? address : "",
                found.size() > PAGE ? address + "?before=" + found.get(PAGE - 1).id() : "",
                form);
        return new ModelAndView("entities/sources", Map.of("page", page), status);
    }

    private ModelAndView statement(UUID caseId, UUID id, Form form, HttpStatus status, HttpServletRequest request) {
        Texts texts = frames.texts(request);
        var header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        Statements.Reading reading = statements.read(header.id(), id);
        var named = new java.util.HashMap<UUID, EntityRecord>();
        reading.end().ifPresent(e -> named.put(e.id(), e));
        Lines lines = lines(header.id(), reading.subject(), reading.source(), named, reading.people(), texts);
        var page = new StatementPage(
                header,
                words.named(header.id(), reading.subject(), texts),
                lines.line(vocabulary.require(reading.statement().claim().schema()), reading.statement()),
                reading.source().title(),
                Chip.where(reading.statement().source().locator(), texts),
                reading.statement().claim().original(),
                reading.marked(),
                form);
        return new ModelAndView("entities/statement", Map.of("page", page), status);
    }

    private SourcePage.Row row(
            CaseId caseId,
            Statement statement,
            EntityRecord about,
            SourceRecord source,
            Map<UUID, EntityRecord> named,
            Texts texts) {
        Lines lines = lines(caseId, about, source, named, Map.of(), texts);
        return new SourcePage.Row(
                words.named(caseId, about, texts),
                lines.line(vocabulary.require(statement.claim().schema()), statement));
    }

    private Lines lines(
            CaseId caseId,
            EntityRecord about,
            SourceRecord source,
            Map<UUID, EntityRecord> named,
            Map<MemberId, String> people,
            Texts texts) {
        var reading = new EntityReading(
                about,
                vocabulary.require(about.schema()),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(source.id(), source),
                named,
                Optional.empty(),
                people,
                java.time.Instant.EPOCH);
        return new Lines(words, caseId, reading, texts);
    }

    private static UUID subject(Statement statement) {
        return UUID.fromString(statement.claim().subject().value());
    }
}

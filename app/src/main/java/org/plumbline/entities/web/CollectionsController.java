package org.plumbline.entities.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.entities.CollectionRecord;
import org.plumbline.entities.EntityCollections;
import org.plumbline.entities.Import;
import org.plumbline.entities.ImportRun;
import org.plumbline.jobs.JobState;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.plumbline.site.web.Mark;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Pages of collections and imports. */
@Controller
@RequestMapping("/cases/{caseId}/collections")
class CollectionsController {
    private static final int PAGE = 200;

    private final EntityCollections collections;
    private final Import imports;
    private final Jobs jobs;
    private final CaseHeaders headers;
    private final FrameFactory frames;

    CollectionsController(
            EntityCollections collections, Import imports, Jobs jobs, CaseHeaders headers, FrameFactory frames) {
        this.collections = collections;
        this.imports = imports;
        this.jobs = jobs;
        this.headers = headers;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId) {
        return list(caseId, Form.empty(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(@PathVariable UUID caseId, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        try {
            CollectionRecord made = collections.add(
                    new CaseId(caseId),
                    sent.getOrDefault("name", ""),
                    sent.getOrDefault("publisher", ""),
                    sent.getOrDefault("licence", ""),
                    sent.getOrDefault("checked", ""));
            return EntitiesController.to("/cases/" + caseId + "/collections/" + made.id());
        } catch (Refused refused) {
            Form form = EntitiesController.formAgain(refused, request, frames.texts(request));
            return list(caseId, form, EntitiesController.status(refused));
        }
    }

    @GetMapping("/{id}")
    ModelAndView read(@PathVariable UUID caseId, @PathVariable UUID id) {
        return read(caseId, id, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{id}/imports")
    ModelAndView upload(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            var input = new Input();
            if (name == null || name.isBlank()) {
                input.refuse("file", "field-missing", Map.of());
            }
            input.check();
            ImportRun run = imports.start(new CaseId(caseId), id, last(name == null ? "" : name), content);
            return EntitiesController.to("/cases/" + caseId + "/collections/" + id + "/imports/" + run.id());
        } catch (Refused refused) {
            Form form = EntitiesController.formAgain(refused, request, frames.texts(request));
            return read(caseId, id, form, EntitiesController.status(refused));
        }
    }

    @GetMapping("/{id}/imports/{run}")
    ModelAndView run(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request) {
        Texts texts = frames.texts(request);
        var header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        CollectionRecord collection = collections.read(header.id(), id);
        ImportRun found = imports.read(header.id(), run);
        List<ImportRun.Fault> refused = imports.refused(header.id(), run, after, PAGE);
        JobState state = found.job().map(j -> jobs.read(header.id(), j).state()).orElse(JobState.WAITING);
        String next = refused.size() < PAGE
                ? ""
                : header.href() + "/collections/" + id + "/imports/" + run + "?after="
                        + refused.getLast().line();
        var page = new ImportPage(
                header,
                collection,
                found,
                mark(state, texts),
                state.isOver(),
                refused,
                imports.leftOut(header.id(), run),
                next);
        return new ModelAndView("entities/import", Map.of("page", page));
    }

    static Mark mark(JobState state, Texts texts) {
        String word = texts.say("entities.import.state." + state.code());
        return switch (state) {
            case WAITING, PAUSED -> Mark.waiting(word);
            case RUNNING -> Mark.running(word);
            case DONE -> Mark.ok(word);
            case FAILED -> Mark.bad(word);
        };
    }

    /** A browser may send a path; the file's own name is enough. */
    static String last(String name) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return plain.length() > 255 ? plain.substring(plain.length() - 255) : plain;
    }

    private ModelAndView list(UUID caseId, Form form, HttpStatus status) {
        var header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        var page = new CollectionsPage(header, collections.list(header.id()), form);
        return new ModelAndView("entities/collections", Map.of("page", page), status);
    }

    private ModelAndView read(UUID caseId, UUID id, Form form, HttpStatus status) {
        var header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        CollectionRecord collection = collections.read(header.id(), id);
        var page = new CollectionPage(header, collection, imports.of(header.id(), id), form);
        return new ModelAndView("entities/collection", Map.of("page", page), status);
    }
}

package org.plumbline.entities.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.Documents;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityFilter;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.NewEntity;
import org.plumbline.entities.NewSource;
import org.plumbline.entities.Statements;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.plumbline.site.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the entities of a case. */
@Controller
@RequestMapping("/cases/{caseId}/entities")
class EntitiesController {
    private static final int PAGE = 50;
    static final String TAB = "entities";

    private final Entities entities;
    private final Statements statements;
    private final EntityForms forms;
    private final EntityPages pages;
    private final Wordings words;
    private final Documents documents;
    private final CaseHeaders headers;
    private final FrameFactory frames;
    private final Clock clock;

    EntitiesController(
            Entities entities,
            Statements statements,
            EntityForms forms,
            EntityPages pages,
            Wordings words,
            Documents documents,
            CaseHeaders headers,
            FrameFactory frames,
            Clock clock) {
        this.entities = entities;
        this.statements = statements;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
        this.documents = documents;
        this.headers = headers;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String schema,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<UUID> before,
            HttpServletRequest request) {
        Texts texts = frames.texts(request);
        var id = new CaseId(caseId);
        var header = headers.of(id, TAB);
        var filter = new EntityFilter(schema, q.strip());
        List<EntityRecord> found = entities.list(id, filter, before, PAGE + 1);
        Map<String, Long> kinds = entities.kinds(id);
        String address = header.href() + "/entities?schema=" + encoded(schema) + "&q=" + encoded(q);
        String next =
                found.size() > PAGE ? address + "&before=" + found.get(PAGE - 1).id() : "";
        var page = new EntityListPage(
                header,
                filter,
                kinds.entrySet().stream()
                        .map(k -> new Option(
                                k.getKey(),
                                texts.say(
                                        "entities.kind.count", "kind", words.kind(k.getKey()), "count", k.getValue())))
                        .toList(),
                found.stream()
                        .limit(PAGE)
                        .map(e -> new EntityListPage.Row(
                                words.named(id, e, texts),
                                texts.date(e.stamp().recordedAt()),
                                e.collection().isPresent()))
                        .toList(),
                kinds.getOrDefault(schema, 0L),
                before.isPresent() ? address : "",
                next);
        return new ModelAndView("entities/list", Map.of("page", page));
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable UUID caseId, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        var header = headers.of(new CaseId(caseId), TAB);
        Form form = EntityForms.preset(sent, inAYear());
        return form("entities/new", forms.create(header, sent.getOrDefault("schema", ""), form, frames.texts(request)));
    }

    @PostMapping
    ModelAndView create(@PathVariable UUID caseId, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            Optional<UUID> source = EntityForms.chosenSource(sent);
            EntityRecord made = source.isPresent()
                    ? entities.create(id, EntityForms.entity(sent, source.get()))
                    : entities.createOn(id, EntityForms.newSource(sent), s -> EntityForms.entity(sent, s));
            return to("/cases/" + caseId + "/entities/" + made.id());
        } catch (Refused refused) {
            Form form = refused(refused, request);
            var header = headers.of(id, TAB);
            return form(
                    "entities/new",
                    forms.create(header, sent.getOrDefault("schema", ""), form, frames.texts(request)),
                    refused);
        }
    }

    @GetMapping("/{id}")
    ModelAndView read(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean retracted,
            HttpServletRequest request) {
        Form form = EntityForms.preset(Map.of(), inAYear());
        return page(caseId, id, new EntityPages.Asked(at, retracted, form), request);
    }

    @PostMapping("/{id}/role")
    ModelAndView giveRole(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        try {
            var input = new Input();
            Optional<NewEntity.InCase> role = EntityForms.role(sent);
            if (role.isEmpty()) {
                input.refuse("role", "field-missing", Map.of());
            }
            input.check();
            entities.giveRole(new CaseId(caseId), id, version, role.orElseThrow());
            return to("/cases/" + caseId + "/entities/" + id);
        } catch (Refused refused) {
            var shown = page(caseId, id, new EntityPages.Asked("", false, refused(refused, request)), request);
            shown.setStatus(status(refused));
            return shown;
        }
    }

    @GetMapping("/{id}/add")
    ModelAndView blankStatement(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        var header = headers.of(new CaseId(caseId), TAB);
        EntityRecord entity = entities.read(header.id(), id, Optional.empty()).entity();
        return form(
                "entities/add", forms.add(header, entity, EntityForms.preset(sent, inAYear()), frames.texts(request)));
    }

    @PostMapping("/{id}/statements")
    ModelAndView addStatement(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        var of = new CaseId(caseId);
        String value = sent.getOrDefault("target", "").isEmpty()
                ? sent.getOrDefault("value", "")
                : sent.getOrDefault("target", "");
        String property = sent.getOrDefault("property", "");
        try {
            EntityForms.chosenSource(sent)
                    .ifPresentOrElse(
                            s -> statements.add(of, id, EntityForms.statement(sent, property, value, s)),
                            () -> statements.addOn(
                                    of, id, newSource(of, sent), s -> EntityForms.statement(sent, property, value, s)));
            return to("/cases/" + caseId + "/entities/" + id);
        } catch (Refused refused) {
            Form form = refused(refused, request);
            var header = headers.of(of, TAB);
            EntityRecord entity = entities.read(of, id, Optional.empty()).entity();
            return form("entities/add", forms.add(header, entity, form, frames.texts(request)), refused);
        }
    }

    /** A new source as the form says; where it is a document, one of the case that the acting person may read. */
    private NewSource newSource(CaseId caseId, Map<String, String> sent) {
        NewSource asked = EntityForms.newSource(sent);
        return EntityForms.aboutDocument(sent)
                .map(id -> asked.about(documents.read(caseId, id).document().ref()))
                .orElse(asked);
    }

    private ModelAndView page(UUID caseId, UUID id, EntityPages.Asked asked, HttpServletRequest request) {
        Texts texts = frames.texts(request);
        var header = headers.of(new CaseId(caseId), TAB);
        var reading = entities.read(header.id(), id, moment(asked.day(), texts));
        return new ModelAndView("entities/entity", Map.of("page", pages.page(header, reading, asked, texts)));
    }

    private static Optional<Instant> moment(String day, Texts texts) {
        if (day.isBlank()) {
            return Optional.empty();
        }
        var input = new Input();
        LocalDate date = input.date("at", day);
        input.check();
        return Optional.of(EntityPages.endOf(date, texts.zone()));
    }

    private Form refused(Refused refused, HttpServletRequest request) {
        return formAgain(refused, request, frames.texts(request));
    }

    /** What was typed and what is wrong with it; a refusal that no form can mend passes through. */
    static Form formAgain(Refused refused, HttpServletRequest request, Texts texts) {
        return switch (refused.refusal().kind()) {
            case INVALID, CONFLICT -> Form.refused(request.getParameterMap(), refused.refusal(), texts);
            case ABSENT, FORBIDDEN, GONE, LOCKED, DAMAGED, PRECONDITION, MALFORMED, TOO_LARGE, TOO_OFTEN, UNAVAILABLE ->
                throw refused;
        };
    }

    static HttpStatus status(Refused refused) {
        return refused.refusal().kind() == org.plumbline.kernel.Refusal.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ModelAndView form(String template, EntityFormPage page) {
        return new ModelAndView(template, Map.of("page", page));
    }

    private static ModelAndView form(String template, EntityFormPage page, Refused refused) {
        return new ModelAndView(template, Map.of("page", page), status(refused));
    }

    static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }

    private LocalDate inAYear() {
        return LocalDate.now(clock.withZone(java.time.ZoneOffset.UTC)).plusYears(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

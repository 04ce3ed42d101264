package org.plumbline.charts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.charts.ChartLine;
import org.plumbline.charts.Charts;
import org.plumbline.entities.Entities;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The charts of a case, and beginning another: empty, or from an entity. */
@Controller
@RequestMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/charts")
class ChartListController {
    private static final int SHOWN = 50;

    private final CaseHeaders headers;
    private final Charts charts;
    private final Entities entities;
    private final Members members;
    private final FrameFactory frames;

    ChartListController(CaseHeaders headers, Charts charts, Entities entities, Members members, FrameFactory frames) {
        this.headers = headers;
        this.charts = charts;
        this.entities = entities;
        this.members = members;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID caseId, @RequestParam Optional<UUID> before, @RequestParam Optional<UUID> entity) {
        var id = new CaseId(caseId);
        Optional<String> start = entity.map(chosen -> name(id, chosen));
        Form form = Form.of(Map.of(
                "title", start.orElse(""), "entity", entity.map(UUID::toString).orElse("")));
        return page(id, before, form, start);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") List<UUID> entity,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            return new ModelAndView("redirect:/cases/" + id + "/charts/"
                    + charts.create(id, title, entity).id());
        } catch (Refused refused) {
            int status = switch (refused.refusal().kind()) {
                case INVALID -> 422;
                case CONFLICT -> 409;
                case ABSENT,
                        FORBIDDEN,
                        GONE,
                        LOCKED,
                        DAMAGED,
                        PRECONDITION,
                        MALFORMED,
                        TOO_LARGE,
                        TOO_OFTEN,
                        UNAVAILABLE -> throw refused;
            };
            Form form = Form.refused(request.getParameterMap(), refused.refusal(), frames.texts(request));
            ModelAndView again = page(id, Optional.empty(), form, Optional.empty());
            again.setStatus(HttpStatusCode.valueOf(status));
            return again;
        }
    }

    private ModelAndView page(CaseId id, Optional<UUID> before, Form form, Optional<String> start) {
        CaseHeader header = headers.of(id, ChartTab.KEY);
        List<ChartLine> read = charts.list(id, before, SHOWN + 1);
        List<ChartLine> shown = read.subList(0, Math.min(SHOWN, read.size()));
        String path = header.href() + "/charts";
        var names = members.names(shown.stream().map(ChartLine::savedBy).toList());
        String next = read.size() > SHOWN ? path + "?before=" + shown.getLast().id() : "";
        return new ModelAndView(
                "charts/list",
                Map.of(
                        "page",
                        new ChartListPage(header, shown, names, form, start, before.isPresent() ? path : "", next)));
    }

    private String name(CaseId id, UUID entity) {
        return entities.read(id, entity, Optional.empty()).entity().caption();
    }
}

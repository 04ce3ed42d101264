package org.plumbline.charts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.charts.ChartLink;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityReading;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pane beside a chart: the statements of one entity or link, as a part of a page. */
@Controller
class ChartDetailsController {
    private final Entities entities;
    private final ChartWording wording;
    private final Vocabulary vocabulary;
    private final FrameFactory frames;

    ChartDetailsController(Entities entities, ChartWording wording, Vocabulary vocabulary, FrameFactory frames) {
        this.entities = entities;
        this.wording = wording;
        this.vocabulary = vocabulary;
        this.frames = frames;
    }

    @GetMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/charts/{chartId}/details")
    ModelAndView details(
            @PathVariable UUID caseId,
            @PathVariable UUID chartId,
            @RequestParam Optional<UUID> node,
            @RequestParam Optional<String> link,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        Texts texts = frames.texts(request);
        Optional<ChartLink.Key> key = link.flatMap(ChartLink.Key::read);
        UUID asked = node.or(() -> key.map(ChartLink.Key::holder))
                .orElseThrow(() -> Refusal.absent().asException());
        EntityReading reading = entities.read(id, asked, Optional.empty());
        var telling = new ChartTelling(reading, new ChartSaying(id, vocabulary, texts), wording.words(texts));
        return new ModelAndView(
                "charts/details",
                Map.of("details", node.isPresent() ? telling.entity() : telling.link(key.orElseThrow())));
    }
}

package org.plumbline.charts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.charts.Chart;
import org.plumbline.charts.Charts;
import org.plumbline.charts.ExportFormat;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
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

/** What the chart's script asks: {@code docs/formats/chart-json.md}. */
@RestController
@RequestMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/charts/{chartId}")
class ChartDataController {
    private static final String SAVED_MEANWHILE = "chart-saved-meanwhile";

    private final Charts charts;
    private final ChartAnswers answers;
    private final FrameFactory frames;

    ChartDataController(Charts charts, ChartAnswers answers, FrameFactory frames) {
        this.charts = charts;
        this.answers = answers;
        this.frames = frames;
    }

    @GetMapping("/data")
    ChartJson.Data data(@PathVariable UUID caseId, @PathVariable UUID chartId, HttpServletRequest request) {
        return answers.data(new CaseId(caseId), chartId, texts(request));
    }

    @GetMapping("/neighbours")
    ChartJson.Neighbours neighbours(
            @PathVariable UUID caseId,
            @PathVariable UUID chartId,
            @RequestParam UUID node,
            HttpServletRequest request) {
        return answers.neighbours(new CaseId(caseId), chartId, node, texts(request));
    }

    @GetMapping("/expand")
    ChartJson.Expanded expand(
            @PathVariable UUID caseId,
            @PathVariable UUID chartId,
            @RequestParam UUID node,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "60") int limit,
            HttpServletRequest request) {
        var asked = new ChartAnswers.ExpandQuery(node, type, from, until, limit);
        return answers.expand(new CaseId(caseId), chartId, asked, texts(request));
    }

    @GetMapping("/suggest")
    List<ChartJson.Suggested> suggest(
            @PathVariable UUID caseId,
            @PathVariable UUID chartId,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request) {
        return answers.suggest(new CaseId(caseId), chartId, q, texts(request));
    }

    @PutMapping("/layout")
    ResponseEntity<?> save(
            @PathVariable UUID caseId,
            @PathVariable UUID chartId,
            @RequestHeader("If-Match") Optional<String> match,
            @RequestBody LayoutBody body) {
        try {
            Chart saved =
                    charts.save(new CaseId(caseId), chartId, IfMatch.version(match), body.called(), body.layout());
            return ResponseEntity.ok()
                    .eTag(IfMatch.tag(saved.version()))
                    .body(new ChartJson.Saved(saved.version(), saved.savedAt().toString()));
        } catch (Refused refused) {
            return meanwhile(refused.refusal()).orElseThrow(() -> refused);
        }
    }

    @PostMapping("/copy")
    ResponseEntity<ChartJson.Copied> copy(
            @PathVariable UUID caseId, @PathVariable UUID chartId, @RequestBody LayoutBody body) {
        Chart made = charts.copy(new CaseId(caseId), chartId, body.called(), body.layout());
        String href = "/cases/" + caseId + "/charts/" + made.id();
        return ResponseEntity.created(URI.create(href)).body(new ChartJson.Copied(made.id(), href));
    }

    @PostMapping("/export")
    ResponseEntity<Void> export(
            @PathVariable UUID caseId, @PathVariable UUID chartId, @RequestBody ChartJson.Export body) {
        var input = new Input();
        ExportFormat format = input.choice("format", body.format(), ExportFormat.class);
        input.check();
        charts.recordExport(new CaseId(caseId), chartId, format);
        return ResponseEntity.noContent().build();
    }

    private static Optional<ResponseEntity<?>> meanwhile(Refusal refusal) {
        if (!refusal.code().equals(SAVED_MEANWHILE)) {
            return Optional.empty();
        }
        var there = new ChartJson.Meanwhile(
                Integer.parseInt(refusal.arguments().getOrDefault("now", "0")),
                refusal.arguments().getOrDefault("by", ""),
                refusal.arguments().getOrDefault("at", ""));
        return Optional.of(ResponseEntity.status(HttpStatus.CONFLICT).body(there));
    }

    private Texts texts(HttpServletRequest request) {
        return frames.texts(request);
    }
}

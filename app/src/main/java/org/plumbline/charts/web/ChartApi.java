package org.plumbline.charts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.charts.Chart;
import org.plumbline.charts.ChartLine;
import org.plumbline.charts.ChartVersion;
import org.plumbline.charts.Charts;
import org.plumbline.charts.ExportFormat;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.site.web.FrameFactory;
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

/** Charts over the API: the same acts as on the page. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/charts")
class ChartApi {
    private static final int MOST = 200;

    private final Charts charts;
    private final ChartAnswers answers;
    private final FrameFactory frames;

    ChartApi(Charts charts, ChartAnswers answers, FrameFactory frames) {
        this.charts = charts;
        this.answers = answers;
        this.frames = frames;
    }

    /** A chart as a list says it. */
    record One(UUID id, String title, int entities, int version, Instant savedAt, UUID savedBy) {
        static One of(ChartLine line) {
            return new One(
                    line.id(),
                    line.title(),
                    line.entities(),
                    line.stamp().version(),
                    line.savedAt(),
                    line.savedBy().value());
        }

        static One of(Chart chart) {
            return new One(
                    chart.id(),
                    chart.title(),
                    chart.layout().places().size(),
                    chart.version(),
                    chart.savedAt(),
                    chart.savedBy().value());
        }
    }

    /** Some charts, and the cursor of the rest; no cursor on the last page. */
    record Several(List<One> items, Optional<UUID> next) {}

    /** Saves, newest first. */
    record Saves(List<Save> items) {}

    /** One save. */
    record Save(int version, String title, int entities, Instant savedAt, UUID savedBy) {
        static Save of(ChartVersion save) {
            return new Save(
                    save.number(),
                    save.title(),
                    save.entities(),
                    save.savedAt(),
                    save.savedBy().value());
        }
    }

    /** What a new chart is to be. */
    record Wanted(@Nullable String title, @Nullable List<UUID> entities) {}

    @GetMapping
    Several list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<ChartLine> found = charts.list(new CaseId(caseId), before, size + 1);
        List<ChartLine> shown = found.subList(0, Math.min(size, found.size()));
        return new Several(
                shown.stream().map(One::of).toList(),
                found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    @PostMapping
    ResponseEntity<One> create(@PathVariable UUID caseId, @RequestBody Wanted wanted) {
        List<UUID> start = wanted.entities();
        String title = wanted.title();
        Chart made = charts.create(new CaseId(caseId), title == null ? "" : title, start == null ? List.of() : start);
        return created(caseId, made);
    }

    @GetMapping("/{chartId}")
    ResponseEntity<ChartJson.Data> read(
            @PathVariable UUID caseId, @PathVariable UUID chartId, HttpServletRequest request) {
        ChartJson.Data data = answers.data(new CaseId(caseId), chartId, frames.texts(request));
        return ResponseEntity.ok().eTag(IfMatch.tag(data.version())).body(data);
    }

    @PutMapping("/{chartId}")
    ResponseEntity<One> save(
            @PathVariable UUID caseId,
            @PathVariable UUID chartId,
            @RequestHeader("If-Match") Optional<String> match,
            @RequestBody LayoutBody body) {
        Chart saved = charts.save(new CaseId(caseId), chartId, IfMatch.version(match), body.called(), body.layout());
        return ResponseEntity.ok().eTag(IfMatch.tag(saved.version())).body(One.of(saved));
    }

    @PostMapping("/{chartId}/copies")
    ResponseEntity<One> copy(@PathVariable UUID caseId, @PathVariable UUID chartId, @RequestBody LayoutBody body) {
        return created(caseId, charts.copy(new CaseId(caseId), chartId, body.called(), body.layout()));
    }

    @GetMapping("/{chartId}/expansion")
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
        return answers.expand(new CaseId(caseId), chartId, asked, frames.texts(request));
    }

    @GetMapping("/{chartId}/versions")
    Saves versions(@PathVariable UUID caseId, @PathVariable UUID chartId) {
        return new Saves(charts.history(new CaseId(caseId), chartId).stream()
                .map(Save::of)
                .toList());
    }

    @PostMapping("/{chartId}/exports")
    ResponseEntity<Void> export(
            @PathVariable UUID caseId, @PathVariable UUID chartId, @RequestBody ChartJson.Export body) {
        var input = new Input();
        ExportFormat format = input.choice("format", body.format(), ExportFormat.class);
        input.check();
        charts.recordExport(new CaseId(caseId), chartId, format);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<One> created(UUID caseId, Chart made) {
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/charts/" + made.id()))
                .eTag(IfMatch.tag(made.version()))
                .body(One.of(made));
    }
}

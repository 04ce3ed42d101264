package org.plumbline.charts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.charts.ChartNode;
import org.plumbline.charts.Charts;
import org.plumbline.charts.DrawnChart;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Assets;
import org.plumbline.site.web.Csrf;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of one chart: tables as the server knows it, and the workspace that its script opens over them. */
@Controller
class ChartController {
    private final CaseHeaders headers;
    private final Charts charts;
    private final ChartWording wording;
    private final Vocabulary vocabulary;
    private final FrameFactory frames;
    private final Assets assets;

    ChartController(
            CaseHeaders headers,
            Charts charts,
            ChartWording wording,
            Vocabulary vocabulary,
            FrameFactory frames,
            Assets assets) {
        this.headers = headers;
        this.charts = charts;
        this.wording = wording;
        this.vocabulary = vocabulary;
        this.frames = frames;
        this.assets = assets;
    }

    @GetMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/charts/{chartId}")
    ModelAndView chart(@PathVariable UUID caseId, @PathVariable UUID chartId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, ChartTab.KEY);
        DrawnChart drawn = charts.read(id, chartId);
        var page =
                page(header, drawn, frames.texts(request), frames.frame(request).csrf());
        return new ModelAndView("charts/page", Map.of("page", new ChartShell(header, page)));
    }

    private ChartPage page(CaseHeader header, DrawnChart drawn, Texts texts, Csrf csrf) {
        var saying = new ChartSaying(header.id(), vocabulary, texts);
        Map<UUID, ChartNode> nodes = drawn.net().byId();
        Map<UUID, String> captions = nodes.values().stream().collect(Collectors.toMap(ChartNode::id, saying::caption));
        return new ChartPage(
                drawn.chart().id().toString(),
                drawn.chart().title(),
                header.file().number(),
                header.href(),
                caption(header, texts),
                texts.zone().getId(),
                header.mayWrite(),
                csrf.header(),
                csrf.value(),
                addresses(header.href() + "/charts/" + drawn.chart().id()),
                wording.words(texts),
                drawn.net().nodes().stream().map(saying::row).toList(),
                drawn.net().links().stream()
                        .map(link -> saying.row(
                                link,
                                captions.getOrDefault(link.source(), ""),
                                captions.getOrDefault(link.target(), "")))
                        .toList());
    }

    private static String caption(CaseHeader header, Texts texts) {
        Optional<String> caveat = header.file().caveat() == Caveat.NONE
                ? Optional.empty()
                : Optional.of(texts.say("cases.caveat." + header.file().caveat().code()));
        return caveat.map(words -> texts.say(
                        "charts.page.caption-caveat", "number", header.file().number(), "caveat", words))
                .orElseGet(() ->
                        texts.say("charts.page.caption", "number", header.file().number()));
    }

    private ChartAddresses addresses(String chart) {
        return new ChartAddresses(
                chart + "/data",
                chart + "/layout",
                chart + "/copy",
                chart + "/expand",
                chart + "/neighbours",
                chart + "/suggest",
                chart + "/details",
                chart + "/export",
                assets.href("charts/icons.svg"),
                assets.href("webjars/cytoscape/dist/cytoscape.esm.min.mjs"),
                assets.href("charts/layout-worker.js"),
                List.of(
                        assets.href("webjars/cytoscape/dist/cytoscape.min.js"),
                        assets.href("webjars/layout-base/layout-base.js"),
                        assets.href("webjars/cose-base/cose-base.js"),
                        assets.href("webjars/cytoscape-fcose/cytoscape-fcose.js")));
    }
}

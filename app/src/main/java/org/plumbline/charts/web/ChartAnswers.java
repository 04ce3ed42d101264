package org.plumbline.charts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.charts.ChartNode;
import org.plumbline.charts.Charts;
import org.plumbline.charts.DrawnChart;
import org.plumbline.charts.Expansion;
import org.plumbline.charts.Layout;
import org.plumbline.charts.LinkCount;
import org.plumbline.charts.Span;
import org.plumbline.charts.Widening;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.site.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the charts and says the answers as JSON, for the page's script and for programs alike. */
@Component
class ChartAnswers {
    private final Charts charts;
    private final Vocabulary vocabulary;

    ChartAnswers(Charts charts, Vocabulary vocabulary) {
        this.charts = charts;
        this.vocabulary = vocabulary;
    }

    ChartJson.Data data(CaseId caseId, UUID chartId, Texts texts) {
        DrawnChart drawn = charts.read(caseId, chartId);
        ChartSaying saying = saying(caseId, texts);
        Map<UUID, Layout.Place> places = drawn.chart().layout().byEntity();
        return new ChartJson.Data(
                chartId,
                drawn.chart().version(),
                drawn.chart().title(),
                drawn.net().nodes().stream()
                        .map(node -> saying.node(node, places.get(node.id())))
                        .toList(),
                drawn.net().links().stream().map(saying::link).toList(),
                filter(drawn.chart().layout()));
    }

    ChartJson.Neighbours neighbours(CaseId caseId, UUID chartId, UUID node, Texts texts) {
        List<LinkCount> counts = charts.neighbours(caseId, chartId, node);
        ChartSaying saying = saying(caseId, texts);
        return new ChartJson.Neighbours(
                counts.stream().mapToInt(LinkCount::count).sum(),
                counts.stream()
                        .map(count ->
                                new ChartJson.Type(count.example().type(), saying.type(count.example()), count.count()))
                        .toList());
    }

    ChartJson.Expanded expand(CaseId caseId, UUID chartId, ExpandQuery asked, Texts texts) {
        Expansion found = charts.expand(caseId, chartId, asked.wish());
        ChartSaying saying = saying(caseId, texts);
        return new ChartJson.Expanded(
                found.net().nodes().stream()
                        .map(node -> saying.node(node, null))
                        .toList(),
                found.net().links().stream().map(saying::link).toList(),
                found.more());
    }

    List<ChartJson.Suggested> suggest(CaseId caseId, UUID chartId, String words, Texts texts) {
        ChartSaying saying = saying(caseId, texts);
        List<ChartNode> found = charts.suggest(caseId, chartId, words);
        return found.stream()
                .map(node -> new ChartJson.Suggested(
                        node.id(), saying.caption(node), node.schema(), saying.kind(node.schema())))
                .toList();
    }

    private ChartSaying saying(CaseId caseId, Texts texts) {
        return new ChartSaying(caseId, vocabulary, texts);
    }

    private static @Nullable JsonNode filter(Layout layout) {
        return layout.filter().isEmpty() ? null : JsonMapper.shared().readTree(layout.filter());
    }

    /** What an expansion asks, as it came. */
    record ExpandQuery(UUID node, String type, String from, String until, int limit) {
        Widening wish() {
            var input = new Input();
            Optional<String> first = day(input, "from", from);
            Optional<String> last = day(input, "until", until);
            if (limit < 0 || limit > Widening.MOST) {
                input.refuse("limit", "chart-limit", Map.of("most", "" + Widening.MOST));
            }
            input.check();
            Optional<Span> within =
                    first.isEmpty() && last.isEmpty() ? Optional.empty() : Optional.of(new Span(first, last));
            return new Widening(node, type.strip(), within, limit);
        }

        private static Optional<String> day(Input input, String field, String value) {
            if (value.isBlank()) {
                return Optional.empty();
            }
            Optional<String> read = PartialDate.read(value).map(PartialDate::text);
            if (read.isEmpty()) {
                input.refuse(field, "field-not-a-date", Map.of("value", value));
            }
            return read;
        }
    }
}

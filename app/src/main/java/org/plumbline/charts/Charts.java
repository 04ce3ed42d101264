package org.plumbline.charts;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;

/** Makes, reads, widens and saves the link charts of a case. */
@Service
@Application
public class Charts {
    private static final Action CREATE = new Action("charts.create", Right.WRITE);
    private static final Action LIST = new Action("charts.list", Right.READ);
    private static final Action READ = new Action("charts.read", Right.READ);
    private static final Action EXPAND = new Action("charts.expand", Right.READ);
    private static final Action SUGGEST = new Action("charts.suggest", Right.READ);
    private static final Action SAVE = new Action("charts.save", Right.WRITE);
    private static final Action COPY = new Action("charts.copy", Right.WRITE);
    private static final Action EXPORT = new Action("charts.export", Right.EXPORT);
    private static final Action HISTORY = new Action("charts.read-history", Right.READ);

    private static final int SUGGESTIONS = 10;
    private static final int SAVES_SHOWN = 200;

    private final Acts acts;
    private final Stamps stamps;
    private final ChartTable table;
    private final LiveGraph graph;
    private final Members members;
    private final Ids ids;

    Charts(Acts acts, Stamps stamps, ChartTable table, LiveGraph graph, Members members, Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.graph = graph;
        this.members = members;
        this.ids = ids;
    }

    /**
     * Makes a chart.
     *
     * @param start the entities to begin with; none gives an empty chart, one that the person may not see is refused
     */
    public Chart create(CaseId caseId, String title, List<UUID> start) {
        return acts.perform(CREATE, Scope.of(caseId), () -> {
            var input = new Input();
            String called = input.text("title", title, Chart.TITLE);
            List<UUID> begins = start.stream().distinct().toList();
            if (!graph.among(caseId, begins).ids().containsAll(begins)) {
                input.refuse("entity", "chart-entity-unknown", Map.of());
            }
            input.check();
            var layout = new Layout(begins.stream().map(Layout.Place::of).toList(), "");
            return noted(begin(caseId, called, layout));
        });
    }

    /** Charts of a case, newest first, older than the cursor. */
    public List<ChartLine> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<ChartLine> lines = table.list(caseId, before, limit);
            return Noted.of(lines, lines.stream().map(ChartLine::ref).toList());
        });
    }

    /** A chart with the entities and links it shows now. */
    public DrawnChart read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Chart chart = find(caseId, id);
            var drawn = new DrawnChart(chart, graph.among(caseId, chart.layout().entities()));
            return Noted.of(drawn, chart.ref())
                    .with("version", chart.version())
                    .with("links", drawn.net().links().size());
        });
    }

    /** How many links of each type an entity has, most first. */
    public List<LinkCount> neighbours(CaseId caseId, UUID id, UUID node) {
        return acts.consult(EXPAND, Scope.of(caseId), () -> {
            Chart chart = find(caseId, id);
            Net around = graph.around(caseId, node);
            var counts = new LinkedHashMap<String, LinkCount>();
            around.links().stream()
                    .filter(link -> link.touches(node))
                    .forEach(link -> counts.merge(
                            link.type(),
                            new LinkCount(link, 1),
                            (a, b) -> new LinkCount(a.example(), a.count() + b.count())));
            List<LinkCount> sorted = counts.values().stream()
                    .sorted(Comparator.comparingInt(LinkCount::count)
                            .reversed()
                            .thenComparing(c -> c.example().type()))
                    .toList();
            return Noted.of(sorted, chart.ref()).with("node", node);
        });
    }

    /** Entities around one, with their links to each other and to the chart as last saved. */
    public Expansion expand(CaseId caseId, UUID id, Widening wish) {
        return acts.consult(EXPAND, Scope.of(caseId), () -> {
            Chart chart = find(caseId, id);
            Expansion found = new Expanding(graph, caseId, chart.layout()).expand(wish);
            return Noted.of(found, chart.ref()).with("node", wish.node()).with("type", wish.type());
        });
    }

    /** A few entities whose names begin with or contain the text. */
    public List<ChartNode> suggest(CaseId caseId, UUID id, String text) {
        return acts.consult(SUGGEST, Scope.of(caseId), () -> {
            Chart chart = find(caseId, id);
            List<ChartNode> found = graph.suggest(caseId, text, SUGGESTIONS);
            return Noted.of(found, chart.ref()).with("words", text);
        });
    }

    /**
     * Saves title and layout. Entities the saver can't see keep their places; entities nobody may see are left out.
     *
     * @param version the version the layout was made from
     * @throws Refused with code {@code chart-saved-meanwhile} when another version is there; it names who and when
     */
    public Chart save(CaseId caseId, UUID id, int version, String title, Layout asked) {
        return acts.perform(SAVE, Scope.of(caseId), () -> {
            Chart before = find(caseId, id);
            String called = checked(title);
            Layout layout = asked.after(before.layout(), seen(caseId, asked, before.layout()));
            Stamp save = stamps.inCase(caseId);
            if (before.version() != version || !table.update(id, version, called, layout, save)) {
                throw meanwhile(find(caseId, id), version);
            }
            table.keep(ids.next(), id, version + 1, called, layout, save);
            return noted(find(caseId, id));
        });
    }

    /** Keeps a layout as a chart of its own, beside the one it was made from. */
    public Chart copy(CaseId caseId, UUID id, String title, Layout asked) {
        return acts.perform(COPY, Scope.of(caseId), () -> {
            Chart from = find(caseId, id);
            String called = checked(title);
            Layout layout = asked.after(Layout.EMPTY, seen(caseId, asked, Layout.EMPTY));
            return noted(begin(caseId, called, layout)).with("copy-of", from.id());
        });
    }

    /** Puts on the trail that a chart leaves as a file; whoever makes the file asks this first. */
    public void recordExport(CaseId caseId, UUID id, ExportFormat format) {
        acts.perform(EXPORT, Scope.of(caseId), () -> {
            Chart chart = find(caseId, id);
            return Noted.of(chart, chart.ref()).with("format", format.code()).with("version", chart.version());
        });
    }

    /** Every save of a chart, newest first, at most two hundred. */
    public List<ChartVersion> history(CaseId caseId, UUID id) {
        return acts.consult(HISTORY, Scope.of(caseId), () -> {
            Chart chart = find(caseId, id);
            return Noted.of(table.versions(caseId, chart.id(), SAVES_SHOWN), chart.ref());
        });
    }

    /** The layout of one save. */
    public Layout layout(CaseId caseId, UUID id, int number) {
        return acts.consult(HISTORY, Scope.of(caseId), () -> {
            Layout layout = table.layout(caseId, id, number).orElseThrow(Refusal.absent()::asException);
            return Noted.of(layout, find(caseId, id).ref()).with("number", number);
        });
    }

    private Chart begin(CaseId caseId, String title, Layout layout) {
        Stamp stamp = stamps.inCase(caseId);
        var chart = new Chart(ids.next(), stamp, title, layout, stamp.recordedAt(), stamp.recordedBy());
        table.insert(chart);
        table.keep(ids.next(), chart.id(), 1, title, layout, stamp);
        return chart;
    }

    private Chart find(CaseId caseId, UUID id) {
        return table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
    }

    /** Of the entities that come and go with a layout, those that the acting person may see. */
    private Set<UUID> seen(CaseId caseId, Layout asked, Layout before) {
        var changed = new LinkedHashSet<UUID>(asked.entities());
        before.entities().stream().filter(entity -> !changed.remove(entity)).forEach(changed::add);
        return changed.isEmpty() ? Set.of() : graph.seen(caseId, changed);
    }

    private static String checked(String title) {
        var input = new Input();
        String called = input.text("title", title, Chart.TITLE);
        input.check();
        return called;
    }

    private static Noted<Chart> noted(Chart chart) {
        return Noted.of(chart, chart.ref())
                .with("version", chart.version())
                .with("entities", chart.layout().places().size());
    }

    private Refused meanwhile(Chart now, int given) {
        String by = members.names(List.of(now.savedBy())).getOrDefault(now.savedBy(), "");
        return Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "chart-saved-meanwhile",
                        Map.of(
                                "by",
                                by,
                                "at",
                                now.savedAt().toString(),
                                "now",
                                "" + now.version(),
                                "given",
                                "" + given))
                .asException();
    }
}

package org.plumbline.charts;

import java.util.UUID;
import org.plumbline.charts.picture.Drawing;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * A saved chart as a picture for paper: what it shows to the acting person now, in the colours of the light page. Words
 * of links are given by whoever knows the reader's language.
 */
@Service
@Application
public class ChartPicture {
    private static final Action DRAW = new Action("charts.draw", Right.EXPORT);

    private final Acts acts;
    private final ChartTable table;
    private final LiveGraph graph;

    ChartPicture(Acts acts, ChartTable table, LiveGraph graph) {
        this.acts = acts;
        this.table = table;
        this.graph = graph;
    }

    /** The words of a picture, in the reader's language. */
    public interface Words {
        /** What stands on a link. */
        String link(ChartLink link);

        /** What stands under an entity. */
        String entity(ChartNode node);

        /** The letter of a person's role; empty for none. */
        String letter(ChartNode node);
    }

    /** The words of the vocabulary, in English. */
    private static final class Plain implements Words {
        @Override
        public String link(ChartLink link) {
            return link.detail().isBlank() ? link.verb() : link.verb() + " (" + link.detail() + ")";
        }

        @Override
        public String entity(ChartNode node) {
            return node.caption().isBlank() ? node.schema() : node.caption();
        }

        @Override
        public String letter(ChartNode node) {
            return node.role().map(role -> role.name().substring(0, 1)).orElse("");
        }
    }

    /** A PNG file, twice as sharp as a screen. */
    public byte[] png(CaseId caseId, UUID chartId) {
        return png(caseId, chartId, new Plain());
    }

    /** A PNG file with these words. */
    public byte[] png(CaseId caseId, UUID chartId, Words words) {
        return draw(caseId, chartId, words, ExportFormat.PNG).drawing().png();
    }

    /** An SVG document, text as text. */
    public String svg(CaseId caseId, UUID chartId) {
        Drawn drawn = draw(caseId, chartId, new Plain(), ExportFormat.SVG);
        return drawn.drawing().svg(drawn.title());
    }

    private record Drawn(String title, Drawing drawing) {}

    private Drawn draw(CaseId caseId, UUID chartId, Words words, ExportFormat format) {
        return acts.consult(DRAW, Scope.of(caseId), () -> {
            Chart chart = table.find(caseId, chartId).orElseThrow(Refusal.absent()::asException);
            Net net = graph.among(caseId, chart.layout().entities());
            var drawing = Drawing.of(new Staging(chart.layout(), net, words).scene());
            return Noted.of(new Drawn(chart.title(), drawing), chart.ref())
                    .with("format", format.code())
                    .with("version", chart.version());
        });
    }
}

package org.plumbline.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.plumbline.charts.ChartLine;
import org.plumbline.charts.ChartPicture;
import org.plumbline.charts.Charts;
import org.plumbline.charts.DrawnChart;
import org.plumbline.kernel.CaseId;
import org.plumbline.reports.render.Png;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Texts;
import org.springframework.stereotype.Component;

/** The saved link charts of a case, drawn as they are when the report is made. */
@Component
class CaseCharts implements ReportCharts {
    private static final int MOST = 200;
    /** The pictures have two points to the CSS pixel. */
    private static final int DENSITY = 2;

    private final Charts charts;
    private final ChartPicture pictures;
    private final Texts texts;

    CaseCharts(Charts charts, ChartPicture pictures, Phrasebook phrasebook) {
        this.charts = charts;
        this.pictures = pictures;
        this.texts = phrasebook.texts(Language.ENGLISH, java.time.ZoneOffset.UTC);
    }

    @Override
    public List<ChartChoice> list(CaseId caseId) {
        return charts.list(caseId, Optional.empty(), MOST).stream()
                .map((ChartLine line) -> new ChartChoice(line.id(), line.title()))
                .toList();
    }

    @Override
    public Drawn draw(CaseId caseId, UUID id) {
        DrawnChart chart = charts.read(caseId, id);
        byte[] png = pictures.png(caseId, id);
        String title = chart.chart().title();
        String alt = texts.say(
                "reports.chart.alt",
                "title",
                title,
                "entities",
                chart.net().nodes().size(),
                "links",
                chart.net().links().size(),
                "names",
                chart.net().nodes().stream().map(n -> n.caption()).collect(Collectors.joining(", ")));
        int[] size = size(png);
        return new Drawn(title, alt, Png.of(png), Math.max(1, size[0] / DENSITY), Math.max(1, size[1] / DENSITY));
    }

    private static int[] size(byte[] png) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(in, true, true);
                return new int[] {reader.getWidth(0), reader.getHeight(0)};
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A chart's picture cannot be read", e);
        }
    }
}

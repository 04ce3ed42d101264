package org.plumbline.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Caveat;
import org.plumbline.custody.Exhibit;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.reports.render.Block;
import org.plumbline.reports.render.CaseHeader;
import org.plumbline.reports.render.ReportDocument;
import org.plumbline.reports.render.Run;
import org.plumbline.site.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what a report holds into the order of its template, without any file format. */
@Component
class ReportDocuments {
    private final ReportContents contents;
    private final ObjectProvider<ReportCharts> charts;

    ReportDocuments(ReportContents contents, ObjectProvider<ReportCharts> charts) {
        this.contents = contents;
        this.charts = charts;
    }

    ReportDocument of(ReportContent content) {
        Report report = content.report();
        Texts texts = contents.texts(content.file());
        List<Block> blocks = report.template().inOrder().stream()
                .filter(report::has)
                .flatMap(section -> section(section, content, texts).stream())
                .toList();
        return new ReportDocument(
                report.title(),
                header(content, texts),
                Acting.require().name(),
                content.file().zone(),
                report.language(),
                blocks);
    }

    private List<Block> section(Section section, ReportContent content, Texts texts) {
        List<Block> inside = switch (section) {
            case INTRODUCTION -> paragraphs(content.report().introduction());
            case FINDINGS -> findings(content, texts);
            case CHARTS -> pictures(content, texts);
            case CONCLUSION -> conclusion(content, texts);
            case EXHIBITS -> List.of(exhibits(content.exhibits()));
        };
        if (inside.isEmpty()) {
            return List.of();
        }
        Block heading = new Block.Heading(1, texts.say("reports.section." + section.code()));
        return Stream.concat(Stream.of(heading), inside.stream()).toList();
    }

    private static List<Block> paragraphs(String text) {
        return Stream.of(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .<Block>map(p -> new Block.Paragraph(Block.Voice.OURS, Run.plain(p.replaceAll("\\s*\\R\\s*", " "))))
                .toList();
    }

    private static List<Block> findings(ReportContent content, Texts texts) {
        var blocks = new ArrayList<Block>();
        var tables = new StatementTables(texts);
        for (ReportContent.Group group : content.groups()) {
            if (!group.heading().isEmpty()) {
                blocks.add(new Block.Heading(2, group.heading()));
            }
            blocks.add(tables.of(group));
        }
        return blocks;
    }

    private List<Block> pictures(ReportContent content, Texts texts) {
        CaseId caseId = content.file().id();
        return content.charts().stream()
                .<Block>map(choice -> picture(caseId, choice, texts))
                .toList();
    }

    private Block picture(CaseId caseId, ChartChoice choice, Texts texts) {
        ReportCharts.Drawn drawn = charts.getObject().draw(caseId, choice.id());
        return new Block.Picture(
                drawn.png(),
                drawn.alt(),
                texts.say("reports.chart.caption", "title", drawn.title()),
                drawn.width(),
                drawn.height());
    }

    private static List<Block> conclusion(ReportContent content, Texts texts) {
        return content.report().conclusion().stream()
                .<Block>map(c -> new Block.Conclusion(
                        Run.plain(c.text()),
                        c.grade(),
                        Optional.ofNullable(content.names().get(c.by())).orElseGet(texts::unknown),
                        LocalDate.ofInstant(c.at(), texts.zone()),
                        content.quotes().map(Quote::source).distinct().toList()))
                .toList();
    }

    private static Block exhibits(List<Exhibit> exhibits) {
        return new Block.ExhibitList(exhibits.stream()
                .map(e -> new org.plumbline.reports.render.Exhibit(
                        e.reference(),
                        e.name(),
                        e.content().map(c -> c.bytes()).orElse(0L),
                        e.stamp().recordedAt(),
                        e.content().map(c -> c.digest()).orElse(null)))
                .toList());
    }

    private static CaseHeader header(ReportContent content, Texts texts) {
        CaseFile file = content.file();
        var seen = new HashSet<>();
        return new CaseHeader(
                file.number(),
                file.title(),
                file.caveat() == Caveat.NONE
                        ? ""
                        : texts.say("cases.caveat." + file.caveat().code()),
                texts.say(file.open() ? "cases.state.open" : "cases.state.closed"),
                texts.say(
                        "reports.authority",
                        "basis",
                        file.authority().legalBasis(),
                        "reference",
                        file.authority().reference(),
                        "from",
                        file.authority().validFrom(),
                        "until",
                        file.authority().validUntil()),
                file.authority().purpose(),
                content.organisation(),
                content.team().stream()
                        .filter(grant -> seen.add(grant.member()))
                        .map(grant -> new CaseHeader.Member(
                                content.names().getOrDefault(grant.member(), texts.unknown()),
                                texts.say("reports.standing." + grant.standing().code())))
                        .toList());
    }
}

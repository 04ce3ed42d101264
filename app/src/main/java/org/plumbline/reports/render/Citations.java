package org.plumbline.reports.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a report's sources: 1, 2, 3 in order of first use; the same place in the same source keeps its number,
 * and the days on which a register or page was looked up add up.
 */
final class Citations {
    /** A numbered source with every day it was checked, earliest first. */
    record Entry(int number, Source source, List<LocalDate> checked) {}

    private static final class Use {
        private final int number;
        private final Source first;
        private final TreeSet<LocalDate> checked = new TreeSet<>();

        private Use(int number, Source first) {
            this.number = number;
            this.first = first;
        }
    }

    private final Map<List<String>, Use> uses = new LinkedHashMap<>();

    static Citations of(List<Block> blocks) {
        Citations citations = new Citations();
        blocks.forEach(citations::collect);
        return citations;
    }

    /** The numbers of these sources in the given order, each once. */
    List<Integer> numbers(List<Source> sources) {
        return sources.stream().map(this::number).distinct().toList();
    }

    int number(Source source) {
        Use use = uses.get(place(source));
        if (use == null) {
            throw new IllegalStateException("A source was written that the report's blocks do not cite");
        }
        return use.number;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        uses.values().forEach(use -> entries.add(new Entry(use.number, use.first, List.copyOf(use.checked))));
        return List.copyOf(entries);
    }

    private void collect(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> cite(paragraph.runs());
            case Block.Conclusion conclusion -> {
                cite(conclusion.runs());
                conclusion.restsOn().forEach(this::add);
            }
            case Block.StatementTable table -> table.statements().forEach(this::collect);
            case Block.TableBlock table -> table.rows().forEach(row -> row.forEach(this::cite));
            case Block.Heading heading -> {}
            case Block.Picture picture -> {}
            case Block.ExhibitList exhibitList -> {}
            case Block.SourceList sourceList -> {}
            case Block.PageBreak pageBreak -> {}
        }
    }

    // The order is that of the page: cells from start to end, then the row's own sources.
    private void collect(Statement statement) {
        statement.cells().forEach(cell -> {
            if (!(cell instanceof Cell.Conflict)) {
                Cell.sources(cell).forEach(this::add);
            }
        });
        switch (statement) {
            case Statement.Fact fact -> fact.sources().forEach(this::add);
            case Statement.Assessment assessment -> assessment.restsOn().forEach(this::add);
        }
        statement.cells().forEach(cell -> Cell.sources(cell).forEach(this::add));
    }

    private void cite(List<Run> runs) {
        for (Run run : runs) {
            switch (run) {
                case Run.Text text -> {}
                case Run.Cite cite -> add(cite.source());
            }
        }
    }

    private void add(Source source) {
        Use use = uses.computeIfAbsent(place(source), key -> new Use(uses.size() + 1, source));
        switch (source) {
            case Source.InExhibit inExhibit -> {}
            case Source.InRegister register -> addDay(use, register.checked());
            case Source.InPublication publication -> addDay(use, publication.checked());
        }
    }

    private static void addDay(Use use, @Nullable LocalDate day) {
        if (day != null) {
            use.checked.add(day);
        }
    }

    private static List<String> place(Source source) {
        return switch (source) {
            case Source.InExhibit exhibit -> List.of("exhibit", exhibit.number(), exhibit.locator());
            case Source.InRegister register ->
                List.of("register", register.register(), register.locator(), register.url());
            case Source.InPublication publication ->
                List.of(
                        "publication",
                        publication.publisher(),
                        publication.title(),
                        publication.locator(),
                        publication.url());
        };
    }
}

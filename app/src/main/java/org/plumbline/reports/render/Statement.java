package org.plumbline.reports.render;

import java.time.LocalDate;
import java.util.List;

/** A row of a statement table: a fact or an assessment, never something between. */
public sealed interface Statement {
    /** One for each column of the table. */
    List<Cell> cells();

    /**
     * What a source states.
     *
     * @param cells one for each column
     * @param sources where it is stated; may be empty only when each value cites its own
     */
    record Fact(List<Cell> cells, List<Source> sources) implements Statement {
        public Fact {
            cells = List.copyOf(cells);
            sources = List.copyOf(sources);
            if (sources.isEmpty()
                    && cells.stream().allMatch(cell -> Cell.sources(cell).isEmpty())) {
                throw new IllegalArgumentException(
                        "A fact without a source does not enter a report; cite where it is stated");
            }
        }
    }

    /**
     * What a person concludes.
     *
     * @param cells one for each column
     * @param grade how far it is trusted
     * @param author who concludes
     * @param date when
     * @param restsOn what it rests on
     */
    record Assessment(List<Cell> cells, Grade grade, String author, LocalDate date, List<Source> restsOn)
            implements Statement {
        public Assessment {
            Filled.require("author of an assessment", author);
            cells = List.copyOf(cells);
            restsOn = List.copyOf(restsOn);
        }
    }
}

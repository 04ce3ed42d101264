package org.plumbline.engine.model.ftm;

import java.util.function.Consumer;
import org.plumbline.engine.model.Openness;

/** Passes rows on and counts them. */
final class Count implements Consumer<FtmRow> {
    long lines;
    long blank;
    private final Consumer<FtmRow> rows;
    private long read;
    private long refused;
    private long values;
    private long marked;
    private long leftOut;

    Count(Consumer<FtmRow> rows) {
        this.rows = rows;
    }

    @Override
    public void accept(FtmRow row) {
        switch (row) {
            case FtmRow.Read taken -> add(taken);
            case FtmRow.Refused none -> refused++;
        }
        rows.accept(row);
    }

    FtmTally tally() {
        return new FtmTally(lines, blank, read, refused, values, marked, leftOut);
    }

    private void add(FtmRow.Read row) {
        read++;
        leftOut += row.leftOut().size();
        row.entity().properties().values().forEach(each -> {
            values += each.size();
            marked += each.stream()
                    .filter(value -> value.openness() == Openness.MARKED)
                    .count();
        });
    }
}

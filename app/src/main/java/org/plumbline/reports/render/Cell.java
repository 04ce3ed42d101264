package org.plumbline.reports.render;

import java.util.List;

/** What one column says of one statement. */
public sealed interface Cell {
    /**
     * A value as its source states it.
     *
     * @param text the value
     * @param qualifier what limits it, such as "reported" or "at least"; blank for none
     * @param sources sources of this value alone, beside those of the row
     */
    record Value(String text, String qualifier, List<Source> sources) {
        public Value {
            Filled.require("value", text);
            sources = List.copyOf(sources);
        }
    }

    /** Nobody has stated it; the report says so. */
    record Unknown() implements Cell {}

    /** The property does not arise for this statement; the cell stays empty. */
    record Blank() implements Cell {}

    /**
     * Values that hold together; most often one.
     *
     * @param values at least one
     */
    record Known(List<Value> values) implements Cell {
        public Known {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A known cell has a value; say Unknown when nobody has stated it");
            }
        }
    }

    /**
     * Values that disagree; they stand side by side and none is preferred.
     *
     * @param values at least two, in any order
     */
    record Conflict(List<Value> values) implements Cell {
        public Conflict {
            values = List.copyOf(values);
            if (values.size() < 2) {
                throw new IllegalArgumentException("A conflict needs at least two values");
            }
        }
    }

    /** One value without qualifier, under the sources of its row. */
    static Cell of(String text) {
        return new Known(List.of(new Value(text, "", List.of())));
    }

    /** The sources the values of a cell cite themselves, in order. */
    static List<Source> sources(Cell cell) {
        return values(cell).stream().flatMap(value -> value.sources().stream()).toList();
    }

    /** The values of a cell, none for an unknown or blank one. */
    static List<Value> values(Cell cell) {
        return switch (cell) {
            case Unknown unknown -> List.of();
            case Blank blank -> List.of();
            case Known known -> known.values();
            case Conflict conflict -> conflict.values();
        };
    }
}

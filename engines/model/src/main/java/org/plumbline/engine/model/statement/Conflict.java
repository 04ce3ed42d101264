package org.plumbline.engine.model.statement;

import java.util.List;

/** Where sources contradict each other; both sides are shown, neither wins. */
public sealed interface Conflict {
    /**
     * Different values for a property that can have only one at a time.
     *
     * @param property its short name
     * @param values every value that another one contradicts, as the view orders them
     */
    record Values(String property, List<StatedValue> values) implements Conflict {
        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * Kinds that one entity cannot all be of.
     *
     * @param schemata the stated schemata that no other stated schema extends, by name
     */
    record Schemata(List<String> schemata) implements Conflict {
        public Schemata {
            schemata = List.copyOf(schemata);
        }
    }
}

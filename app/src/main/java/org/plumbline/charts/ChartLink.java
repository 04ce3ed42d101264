package org.plumbline.charts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.statement.Locator;
import org.plumbline.entities.SourceRecord;

/**
 * A link between two entities of a chart.
 *
 * @param key names it among all links
 * @param schema kind of the entity that is the link, or of the one whose property makes it
 * @param verb English verb of the model, or the property's label
 * @param detail what the link says of itself, such as a share or an office; empty for nothing
 * @param from when it began as stated, a partial date, the earliest one stated; absent when unknown
 * @param until when it ended, the latest one stated
 * @param assessment whether every statement that makes it is an assessment
 * @param conflict whether sources disagree about its ends or its time
 * @param cited what it rests on
 */
public record ChartLink(
        Key key,
        UUID source,
        UUID target,
        String schema,
        String verb,
        String detail,
        Optional<String> from,
        Optional<String> until,
        boolean assessment,
        boolean conflict,
        List<Cited> cited) {

    /** A source and the place in it. */
    public record Cited(SourceRecord source, Locator locator) {}

    /**
     * What names a link.
     *
     * @param holder the entity that is the link, or the one whose property makes it
     * @param property the property; empty when the holder is the link
     */
    public record Key(UUID holder, String property, UUID source, UUID target) {
        private static final char BETWEEN = '.';

        /** The key in one word, for addresses. */
        public String text() {
            return holder.toString() + BETWEEN + property + BETWEEN + source + BETWEEN + target;
        }

        /** The key of a word; absent when the word is none. */
        public static Optional<Key> read(String text) {
            String[] parts = text.split("\\.", -1);
            if (parts.length != 4) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Key(
                        UUID.fromString(parts[0]), parts[1], UUID.fromString(parts[2]), UUID.fromString(parts[3])));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    public ChartLink {
        cited = List.copyOf(cited);
    }

    /** A stable word for links of the same sort, by which they are filtered and expanded. */
    public String type() {
        return key.property().isEmpty() ? schema : schema + "-" + key.property();
    }

    public boolean touches(UUID entity) {
        return source.equals(entity) || target.equals(entity);
    }

    /** The other end, seen from one of them. */
    public UUID other(UUID end) {
        return end.equals(source) ? target : source;
    }
}

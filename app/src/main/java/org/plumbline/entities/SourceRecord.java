package org.plumbline.entities;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.statement.Source;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * What statements rest on.
 *
 * @param published when, as exactly as it says so: {@code 2018}, {@code 2018-10}, {@code 2018-10-23}; empty when
 *     unknown
 * @param checked when somebody last saw it say so
 * @param url where it is read; empty when nowhere
 * @param about the exhibit or document it is, where it is one of the case's own
 * @param collection the collection whose register it is
 */
public record SourceRecord(
        UUID id,
        Stamp stamp,
        Kind kind,
        String title,
        String publisher,
        String published,
        Optional<LocalDate> checked,
        String url,
        Optional<Ref> about,
        Optional<UUID> collection) {

    /** The kind of reference to a source. */
    public static final String REF_KIND = "source";

    /** What sort of source it is. */
    public enum Kind {
        PUBLICATION,
        ARTICLE,
        REGISTER,
        EXHIBIT,
        DOCUMENT,
        STATEMENT,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        Source.Kind inEngine() {
            return switch (this) {
                case EXHIBIT -> Source.Kind.EXHIBIT;
                case REGISTER -> Source.Kind.REGISTER;
                case PUBLICATION, ARTICLE, DOCUMENT, STATEMENT, OTHER -> Source.Kind.DOCUMENT;
            };
        }
    }

    public Ref ref() {
        return new Ref(REF_KIND, id, stamp.owner());
    }
}

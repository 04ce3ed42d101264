package org.plumbline.engine.evidence.custody;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.log.json.Json;

/**
 * How an exhibit came in. When it was taken is the act's own time.
 *
 * @param description what it is, so that it is recognised
 * @param capacity how much it holds, as its maker says
 * @param condition in what state it was
 * @param photographs exhibits of the same case that show it
 * @param fromWhom whom it was taken from or handed in by
 * @param where where it was taken
 * @param collectedBy who took it, where that was not who records it
 */
public record Acquisition(
        Nature nature,
        String description,
        Optional<String> make,
        Optional<String> model,
        Optional<String> serial,
        Optional<String> capacity,
        Optional<Quantity> quantity,
        Optional<String> condition,
        List<UUID> photographs,
        Optional<Authority> authority,
        Optional<String> fromWhom,
        Optional<String> where,
        Optional<String> collectedBy,
        Optional<Tooling> means,
        Optional<Place> place) {

    /** What kind of item. */
    public enum Nature {
        PHYSICAL,
        DIGITAL,
        DERIVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Nature ofCode(String code) throws Broken {
            for (Nature nature : values()) {
                if (nature.code().equals(code)) {
                    return nature;
                }
            }
            throw Reading.form("nature");
        }
    }

    /**
     * What allowed taking it.
     *
     * @param from first day, ISO 8601
     * @param until last day, ISO 8601
     */
    public record Authority(String type, String identifier, Optional<String> from, Optional<String> until) {
        Json.Fields json() {
            return new Writing()
                    .with("type", type)
                    .with("identifier", identifier)
                    .maybe("from", from)
                    .maybe("until", until)
                    .done();
        }

        static Authority read(Reading fields) throws Broken {
            var authority = new Authority(
                    fields.text("type"), fields.text("identifier"), fields.maybe("from"), fields.maybe("until"));
            fields.end();
            return authority;
        }
    }

    public Acquisition {
        photographs = List.copyOf(photographs);
    }

    Json.Fields json() {
        var fields = new Writing()
                .with("nature", nature.code())
                .with("description", description)
                .maybe("make", make)
                .maybe("model", model)
                .maybe("serial", serial)
                .maybe("capacity", capacity)
                .maybe("quantity", quantity.map(Quantity::amount))
                .maybe("unit", quantity.map(Quantity::unit))
                .maybe("condition", condition)
                .list(
                        "photographs",
                        photographs.stream()
                                .map(id -> new Json.Text(id.toString()))
                                .toList())
                .maybe("from_whom", fromWhom)
                .maybe("where", where)
                .maybe("collected_by", collectedBy);
        authority.ifPresent(a -> fields.with("authority", a.json()));
        means.ifPresent(m -> fields.with("means", m.json()));
        place.ifPresent(p -> fields.with("place", p.json()));
        return fields.done();
    }
}

package org.plumbline.engine.evidence.custody;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.log.json.Json;

/** Reads the details of each kind of act, and nothing beside what that kind has. */
final class DeedReader {
    private DeedReader() {}

    static Deed read(Kind kind, Reading fields) throws Broken {
        Deed deed = switch (kind) {
            case COLLECT -> new Deed.Collect(acquisition(fields));
            case SEAL -> new Deed.Seal(fields.text("seal"), fields.maybe("packaging"));
            case INSPECT ->
                new Deed.Inspect(fields.flag("seal_intact"), fields.maybe("condition"), fields.maybe("note"));
            case BREAK_SEAL -> new Deed.BreakSeal(fields.text("seal"), flag(fields, "intact"), fields.text("reason"));
            case RESEAL -> new Deed.Reseal(fields.text("seal"), fields.maybe("packaging"));
            case TRANSFER_OUT -> released(fields);
            case TRANSFER_IN -> new Deed.TransferIn(fields.digest("release"), found(fields));
            case CHECK_OUT -> checkedOut(fields);
            case CHECK_IN -> new Deed.CheckIn(found(fields));
            case MOVE -> new Deed.Move(Place.read(fields.needed("place")), fields.maybe("reason"));
            case COPY -> new Deed.Copy(means(fields), fields.sha256("sha256"), fields.maybeId("copy"));
            case ANALYSE -> new Deed.Analyse(means(fields), fields.maybe("result"));
            case SPLIT -> split(fields);
            case MERGE_OUT ->
                new Deed.MergeOut(fields.id("into"), fields.text("into_number"), quantity(fields, "quantity"));
            case MERGE_IN -> mergedIn(fields);
            case EXCEPTION -> new Deed.Incident(fields.text("what"), fields.sha256("sha256"));
            case CORRECT -> new Deed.Correct(fields.digest("act"), fields.text("wrong"), fields.text("right"));
            case DISPOSE -> disposed(fields);
        };
        fields.end();
        return deed;
    }

    private static boolean flag(Reading fields, String name) throws Broken {
        return fields.flag(name).orElseThrow(() -> Reading.form(name));
    }

    private static Tooling means(Reading fields) throws Broken {
        return Tooling.read(fields.fields("means"));
    }

    private static Acquisition acquisition(Reading fields) throws Broken {
        Optional<Json> authority = fields.any("authority");
        Optional<Json> means = fields.any("means");
        return new Acquisition(
                Acquisition.Nature.ofCode(fields.text("nature")),
                fields.text("description"),
                fields.maybe("make"),
                fields.maybe("model"),
                fields.maybe("serial"),
                fields.maybe("capacity"),
                maybeQuantity(fields),
                fields.maybe("condition"),
                photographs(fields),
                authority.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Acquisition.Authority.read(Reading.of(authority.get(), "authority"))),
                fields.maybe("from_whom"),
                fields.maybe("where"),
                fields.maybe("collected_by"),
                means.isEmpty() ? Optional.empty() : Optional.of(Tooling.read(Reading.of(means.get(), "means"))),
                place(fields));
    }

    private static List<UUID> photographs(Reading fields) throws Broken {
        var ids = new ArrayList<UUID>();
        Optional<Json> found = fields.any("photographs");
        if (found.isEmpty()) {
            return ids;
        }
        if (!(found.get() instanceof Json.Items items) || items.values().isEmpty()) {
            throw Reading.form("photographs");
        }
        for (Json item : items.values()) {
            if (!(item instanceof Json.Text text)) {
                throw Reading.form("photographs");
            }
            ids.add(Reading.idOf(text.value(), "photographs"));
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            throw Reading.form("photographs");
        }
        return ids;
    }

    private static Optional<Place> place(Reading fields) throws Broken {
        Optional<Json> place = fields.any("place");
        return place.isEmpty() ? Optional.empty() : Optional.of(Place.read(place.get()));
    }

    private static Optional<Quantity> maybeQuantity(Reading fields) throws Broken {
        Optional<String> amount = fields.maybe("quantity");
        return amount.isEmpty() ? Optional.empty() : Optional.of(Quantity.read(amount.get(), fields.text("unit")));
    }

    private static Quantity quantity(Reading fields, String name) throws Broken {
        return Quantity.read(fields.text(name), fields.text("unit"));
    }

    private static Deed.Found found(Reading fields) throws Broken {
        return new Deed.Found(fields.maybe("seal"), fields.sha256("sha256"), place(fields), fields.maybe("condition"));
    }

    private static Deed released(Reading fields) throws Broken {
        return new Deed.TransferOut(
                Person.read(fields.fields("to")),
                fields.instant("until"),
                fields.text("reason"),
                fields.maybe("on_behalf"));
    }

    private static Deed checkedOut(Reading fields) throws Broken {
        return new Deed.CheckOut(
                fields.maybeId("to"), fields.text("to_name"), fields.instant("until"), fields.text("purpose"));
    }

    private static Deed split(Reading fields) throws Broken {
        var parts = new ArrayList<Deed.Part>();
        for (Json item : fields.items("parts")) {
            Reading part = Reading.of(item, "parts");
            parts.add(new Deed.Part(part.id("exhibit"), part.text("name"), quantity(part, "quantity")));
            part.end();
        }
        return new Deed.Split(parts, quantity(fields, "remaining"));
    }

    private static Deed mergedIn(Reading fields) throws Broken {
        var sources = new ArrayList<Deed.Source>();
        for (Json item : fields.items("sources")) {
            Reading source = Reading.of(item, "sources");
            sources.add(new Deed.Source(
                    source.id("exhibit"), source.text("number"), source.digest("act"), quantity(source, "quantity")));
            source.end();
        }
        return new Deed.MergeIn(sources, quantity(fields, "total"));
    }

    private static Deed disposed(Reading fields) throws Broken {
        String ending = fields.text("ending");
        for (Deed.Ending known : Deed.Ending.values()) {
            if (known.code().equals(ending)) {
                return new Deed.Dispose(
                        known,
                        fields.text("authority"),
                        fields.text("certificate"),
                        Person.read(fields.fields("witness")),
                        fields.maybe("to"));
            }
        }
        throw Reading.form("ending");
    }
}

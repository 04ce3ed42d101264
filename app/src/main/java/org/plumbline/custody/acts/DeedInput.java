package org.plumbline.custody.acts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.ActDigest;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Person;
import org.plumbline.engine.evidence.custody.Place;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.engine.evidence.custody.Tooling;

/** Puts together what was done, of what a person says and what the server knows. */
final class DeedInput {
    private static final long USUAL_HOURS = 24;
    private static final long MOST_HOURS = 30 * 24L;

    private final ActFields fields;
    private final Known known;

    DeedInput(ActFields fields, Known known) {
        this.fields = fields;
        this.known = known;
    }

    Deed of(Kind kind) {
        return switch (kind) {
            case COLLECT -> new Deed.Collect(new AcquisitionInput(fields, known).acquisition());
            case SEAL -> new Deed.Seal(fields.line("seal"), fields.maybeLine("packaging"));
            case INSPECT ->
                new Deed.Inspect(
                        fields.maybeFlag("seal_intact"), fields.maybeWords("condition"), fields.maybeWords("note"));
            case BREAK_SEAL -> new Deed.BreakSeal(fields.line("seal"), fields.flag("intact"), fields.words("reason"));
            case RESEAL -> new Deed.Reseal(fields.line("seal"), fields.maybeLine("packaging"));
            case TRANSFER_OUT -> release();
            case TRANSFER_IN ->
                new Deed.TransferIn(
                        custody().transfer().map(Custody.Transfer::release).orElseGet(known.chain()::last), found());
            case CHECK_OUT -> checkOut();
            case CHECK_IN -> new Deed.CheckIn(found());
            case MOVE ->
                new Deed.Move(known.places().named(fields).orElseGet(this::nowhere), fields.maybeWords("reason"));
            case COPY -> new Deed.Copy(means(), known.found(), exhibit("copy"));
            case ANALYSE -> new Deed.Analyse(means(), fields.maybeWords("result"));
            case SPLIT -> split();
            case MERGE_OUT -> mergeOut();
            case MERGE_IN -> mergeIn();
            case EXCEPTION -> new Deed.Incident(fields.words("what"), Optional.empty());
            case CORRECT -> new Deed.Correct(corrected(), fields.words("wrong"), fields.words("right"));
            case DISPOSE ->
                new Deed.Dispose(
                        fields.choice("ending", Deed.Ending.class),
                        fields.line("authority"),
                        fields.words("certificate"),
                        person("witness"),
                        fields.maybeLine("to_name"));
        };
    }

    private Custody custody() {
        return known.chain().custody();
    }

    private Deed release() {
        return new Deed.TransferOut(
                person("to"),
                known.now().plus(Duration.ofHours(fields.number("hours", USUAL_HOURS, MOST_HOURS))),
                fields.words("reason"),
                fields.maybeWords("on_behalf"));
    }

    /** A member of the team, or somebody outside by name. */
    private Deed checkOut() {
        Optional<Person> member = fields.maybeId("to").map(id -> person("to"));
        return new Deed.CheckOut(
                member.map(Person::id),
                member.map(Person::name).orElseGet(() -> fields.line("to_name")),
                fields.endOfDay("until", known.zone()),
                fields.words("purpose"));
    }

    private Deed.Found found() {
        return new Deed.Found(
                fields.maybeLine("seal"), known.found(), known.places().named(fields), fields.maybeWords("condition"));
    }

    Tooling means() {
        return new Tooling(fields.line("method"), fields.maybeLine("tool"), fields.maybeLine("version"));
    }

    private Place nowhere() {
        if (fields.maybeId("place").isEmpty()) {
            fields.line("place");
        }
        return new Place(ActFields.NOBODY, "?", "?");
    }

    private Person person(String field) {
        fields.line(field);
        return fields.maybeId(field).flatMap(known.person()).orElseGet(() -> {
            fields.refuse(field, "not-on-the-team", "");
            return new Person(ActFields.NOBODY, "?");
        });
    }

    private Optional<UUID> exhibit(String field) {
        Optional<UUID> id = fields.maybeId(field);
        id.filter(i -> known.exhibit().apply(i).isEmpty())
                .ifPresent(i -> fields.refuse(field, "not-an-exhibit", i.toString()));
        return id;
    }

    /** One part a line: how much, and what it is called. What remains follows from it. */
    private Deed split() {
        Quantity whole = custody().quantity().orElse(new Quantity("0", "?"));
        var parts = new ArrayList<Deed.Part>();
        var rest = whole.number();
        for (String line : fields.words("parts")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList()) {
            String[] two = line.split("\\s+", 2);
            Optional<Quantity> amount = fields.amount("parts", two[0], whole.unit());
            if (amount.isEmpty() || two.length < 2) {
                fields.refuse("parts", "not-a-part", line);
                continue;
            }
            parts.add(new Deed.Part(known.newId().get(), two[1], amount.get()));
            rest = rest.subtract(amount.get().number());
        }
        if (rest.signum() < 0) {
            fields.refuse("parts", "more-than-there-is", whole.toString());
            return new Deed.Split(parts, whole);
        }
        return new Deed.Split(parts, Quantity.of(rest, whole.unit()));
    }

    private Deed mergeOut() {
        UUID into = into().orElse(ActFields.NOBODY);
        String number = known.exhibit().apply(into).map(Exhibit::reference).orElse("?");
        return new Deed.MergeOut(into, number, custody().quantity().orElse(new Quantity("0", "?")));
    }

    /** The other exhibit, chosen from the list or named by its number or tag; both may not differ. */
    private Optional<UUID> into() {
        Optional<String> typed = fields.maybeLine("into_code");
        if (typed.isEmpty()) {
            fields.line("into");
            return exhibit("into");
        }
        Optional<Exhibit> named = typed.flatMap(known.coded());
        if (named.isEmpty()) {
            fields.refuse("into_code", "custody-no-such-exhibit", typed.get());
        }
        Optional<UUID> chosen = exhibit("into");
        if (chosen.isPresent() && !named.map(Exhibit::id).equals(chosen)) {
            fields.refuse("into_code", "custody-two-exhibits", typed.get());
        }
        return named.map(Exhibit::id);
    }

    private Deed mergeIn() {
        Quantity total = custody().quantity().orElse(new Quantity("0", "?"));
        List<Deed.Source> sources = known.given();
        for (Deed.Source source : sources) {
            total = Quantity.of(total.number().add(source.quantity().number()), total.unit());
        }
        return new Deed.MergeIn(sources, total);
    }

    private ActDigest corrected() {
        long sequence = fields.number("act", 1, Math.max(1, known.acts().size()));
        return known.acts().stream()
                .filter(a -> a.act().sequence() == sequence)
                .map(RecordedAct::digest)
                .findFirst()
                .orElseGet(known.chain()::last);
    }
}

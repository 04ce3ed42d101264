package org.plumbline.custody.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.site.Texts;

/**
 * One thing that an act says, as its canonical text has it.
 *
 * @param name of the field; its words are in the bundle
 * @param value as it was recorded
 */
public record ActFact(String name, String value) {
    /** How acts write moments that the server gives. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Fields of closed choices, whose words are in the bundle under the field's name and the value. */
    private static final Set<String> CHOSEN = Set.of("nature", "ending");
    /** Fields that name exhibits of the case by identifier. */
    private static final Set<String> EXHIBITS = Set.of("photographs", "copy");
    /** Fields of amounts, which are said with the unit beside them. */
    private static final Set<String> AMOUNTS = Set.of("quantity", "remaining", "total");

    private static final String YES = "true";

    /** As the forms ask: what, from and to whom, where, until when, on which authority, how, why. */
    private static final List<String> ORDER = List.of(
            "nature",
            "description",
            "make",
            "model",
            "serial",
            "capacity",
            "ending",
            "seal",
            "packaging",
            "seal_intact",
            "intact",
            "parts",
            "into_number",
            "sources",
            "quantity",
            "remaining",
            "total",
            "condition",
            "to",
            "to_name",
            "from_whom",
            "where",
            "collected_by",
            "place",
            "until",
            "authority",
            "authority_type",
            "authority_identifier",
            "authority_from",
            "authority_until",
            "certificate",
            "witness",
            "method",
            "tool",
            "version",
            "result",
            "sha256",
            "copy",
            "purpose",
            "reason",
            "what",
            "wrong",
            "right",
            "note",
            "on_behalf",
            "photographs");

    /** The value for a reader: choices in words, a moment in their zone, everything else as it was recorded. */
    public String shown(Texts texts) {
        if (CHOSEN.contains(name)) {
            return texts.say("custody." + name + "." + value);
        }
        if (name.equals("seal_intact") || name.equals("intact")) {
            return texts.say(value.equals(YES) ? "custody.yes" : "custody.no");
        }
        return MOMENT.matcher(value).matches() ? texts.dateTime(Instant.parse(value)) : value;
    }

    /** Message key of the name. */
    public String label() {
        return "custody.field." + name;
    }

    /**
     * Everything that an act says beside who did it and when, in the order of its form; digests and identifiers are
     * left to the text itself.
     *
     * @param numbers of exhibits that it names by identifier; one that is not among them is left out
     */
    static List<ActFact> of(Act act, Map<UUID, String> numbers) {
        try {
            if (CanonicalJson.read(act.canonical()) instanceof Json.Fields fields
                    && fields.values().get("details") instanceof Json.Fields details) {
                var facts = new ArrayList<ActFact>();
                all(facts, details.values(), "", numbers);
                facts.sort(Comparator.comparingInt(ActFact::place));
                return facts;
            }
        } catch (Refused refused) {
            throw new IllegalStateException("An act is not in its form", refused);
        }
        throw new IllegalStateException("An act has no details");
    }

    /** A field that nobody put in order comes last. */
    private int place() {
        int place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }

    private static void all(List<ActFact> facts, Map<String, Json> fields, String prefix, Map<UUID, String> numbers) {
        boolean counted = AMOUNTS.stream().anyMatch(fields::containsKey);
        fields.forEach((name, value) -> {
            if (AMOUNTS.contains(name)) {
                facts.add(new ActFact(name, text(value) + " " + text(fields.get("unit"))));
            } else if (!counted || !name.equals("unit")) {
                add(facts, prefix + name, value, numbers);
            }
        });
    }

    private static void add(List<ActFact> facts, String name, Json value, Map<UUID, String> numbers) {
        switch (value) {
            case Json.Text text -> text(facts, name, text.value(), numbers);
            case Json.Whole whole -> facts.add(new ActFact(name, "" + whole.value()));
            case Json.Flag flag -> facts.add(new ActFact(name, "" + flag.value()));
            case Json.Nothing nothing -> {}
            case Json.Items items -> items.values().forEach(item -> add(facts, name, item, numbers));
            case Json.Fields fields -> nested(facts, name, fields.values(), numbers);
        }
    }

    private static void text(List<ActFact> facts, String name, String text, Map<UUID, String> numbers) {
        if (ID.matcher(text).matches()) {
            Optional.of(UUID.fromString(text))
                    .filter(id -> EXHIBITS.contains(name))
                    .flatMap(id -> Optional.ofNullable(numbers.get(id)))
                    .ifPresent(number -> facts.add(new ActFact(name, number)));
        } else if (!name.equals("release") && !name.equals("act")) {
            facts.add(new ActFact(name, text));
        }
    }

    private static void nested(List<ActFact> facts, String name, Map<String, Json> fields, Map<UUID, String> numbers) {
        if (fields.get("name") instanceof Json.Text text) {
            facts.add(new ActFact(name, amount(text.value(), fields)));
        } else if (fields.get("number") instanceof Json.Text number) {
            facts.add(new ActFact(name, amount(number.value(), fields)));
        } else {
            all(facts, fields, name.equals("authority") ? "authority_" : "", numbers);
        }
    }

    private static String amount(String called, Map<String, Json> fields) {
        return fields.containsKey("quantity")
                ? called + " " + text(fields.get("quantity")) + " " + text(fields.get("unit"))
                : called;
    }

    private static String text(@Nullable Json value) {
        return value instanceof Json.Text text ? text.value() : "";
    }
}

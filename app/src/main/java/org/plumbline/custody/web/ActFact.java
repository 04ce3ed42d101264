package org.plumbline.custody.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Refused;

/**
 * One thing that an act says, as its canonical text has it.
 *
 * @param name of the field; its words are in the bundle
 * @param value as it was recorded
 */
public record ActFact(String name, String value) {
    /** Message key of the name. */
    public String label() {
        return "custody.field." + name;
    }

    /** Everything that an act says beside who did it and when; digests and identifiers are left to the text itself. */
    static List<ActFact> of(Act act) {
        try {
            if (CanonicalJson.read(act.canonical()) instanceof Json.Fields fields
                    && fields.values().get("details") instanceof Json.Fields details) {
                var facts = new ArrayList<ActFact>();
                details.values().forEach((name, value) -> add(facts, name, value));
                return facts;
            }
        } catch (Refused refused) {
            throw new IllegalStateException("An act is not in its form", refused);
        }
        throw new IllegalStateException("An act has no details");
    }

    private static void add(List<ActFact> facts, String name, Json value) {
        switch (value) {
            case Json.Text text -> text(facts, name, text.value());
            case Json.Whole whole -> facts.add(new ActFact(name, "" + whole.value()));
            case Json.Flag flag -> facts.add(new ActFact(name, flag.value() ? "✓" : "✗"));
            case Json.Nothing nothing -> {}
            case Json.Items items ->
                items.values().stream().filter(Json.Fields.class::isInstance).forEach(i -> add(facts, name, i));
            case Json.Fields fields -> nested(facts, name, fields.values());
        }
    }

    private static void text(List<ActFact> facts, String name, String text) {
        if (!name.equals("release") && !name.equals("act") && !isId(text)) {
            facts.add(new ActFact(name, text));
        }
    }

    private static void nested(List<ActFact> facts, String name, Map<String, Json> fields) {
        if (fields.get("name") instanceof Json.Text text) {
            String more =
                    fields.get("quantity") instanceof Json.Text amount && fields.get("unit") instanceof Json.Text unit
                            ? " " + amount.value() + " " + unit.value()
                            : "";
            facts.add(new ActFact(name, text.value() + more));
        } else {
            fields.forEach(
                    (inner, value) -> add(facts, name.equals("authority") ? "authority_" + inner : inner, value));
        }
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}

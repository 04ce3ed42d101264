package org.plumbline.engine.evidence.packages;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * The terms under which a package was given out: who gave what to whom, for what, and what they may do with it. The
 * owner signs it, apart from the package too, so that it can go along with what is taken out.
 *
 * @param id of the package
 * @param organisation that owns the case, and its name as shown
 * @param caveat how the case is marked, such as {@code restricted}
 * @param conditions what the recipient may and may not do, in words
 * @param madeBy who made it, by the name as shown
 * @param items the exhibits in it; at least one
 */
public record Handling(
        String id,
        String organisation,
        String organisationName,
        String caseId,
        String caseNumber,
        String caveat,
        String recipient,
        String purpose,
        String conditions,
        String madeBy,
        String madeByName,
        Instant madeAt,
        List<Item> items) {
    private static final String FORMAT = "plumbline.org/handling@v1";

    /**
     * An exhibit of the package.
     *
     * @param number as people write it
     * @param receipt the digest of its receipt, in 64 hexadecimal digits
     * @param original where its bytes lie in the package; absent for a thing
     */
    public record Item(String number, String receipt, Optional<String> original) {}

    public Handling {
        items = List.copyOf(items);
    }

    /** The canonical bytes. */
    public byte[] canonical() {
        try {
            return CanonicalJson.write(json());
        } catch (Refused e) {
            throw new IllegalArgumentException("Terms that cannot be written down: " + e.detail(), e);
        }
    }

    private Json.Fields json() {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("format", new Json.Text(FORMAT));
        texts().forEach((name, value) -> fields.put(name, new Json.Text(value)));
        fields.put("exhibits", new Json.Items(items.stream().map(Handling::json).toList()));
        return new Json.Fields(fields);
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("id", id);
        texts.put("organisation", organisation);
        texts.put("organisation_name", organisationName);
        texts.put("case", caseId);
        texts.put("case_number", caseNumber);
        texts.put("caveat", caveat);
        texts.put("recipient", recipient);
        texts.put("purpose", purpose);
        texts.put("conditions", conditions);
        texts.put("made_by", madeBy);
        texts.put("made_by_name", madeByName);
        texts.put("made_at", madeAt.toString());
        return texts;
    }

    private static Json json(Item item) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("number", new Json.Text(item.number()));
        fields.put("receipt", new Json.Text(item.receipt()));
        item.original().ifPresent(path -> fields.put("original", new Json.Text(path)));
        return new Json.Fields(fields);
    }

    /** Reads terms in their one form. */
    public static Handling read(byte[] canonical) throws Refused {
        Map<String, Json> fields = fields(CanonicalJson.read(canonical));
        if (!text(fields, "format").equals(FORMAT)) {
            throw new Refused(Fault.EXPORT_FORM, "terms of no known format");
        }
        var items = new ArrayList<Item>();
        if (fields.get("exhibits") instanceof Json.Items listed) {
            for (Json each : listed.values()) {
                Map<String, Json> item = fields(each);
                items.add(new Item(
                        text(item, "number"),
                        text(item, "receipt"),
                        item.containsKey("original") ? Optional.of(text(item, "original")) : Optional.empty()));
            }
        }
        if (items.isEmpty()) {
            throw new Refused(Fault.EXPORT_FORM, "terms that name no exhibit");
        }
        var handling = new Handling(
                text(fields, "id"),
                text(fields, "organisation"),
                text(fields, "organisation_name"),
                text(fields, "case"),
                text(fields, "case_number"),
                text(fields, "caveat"),
                text(fields, "recipient"),
                text(fields, "purpose"),
                text(fields, "conditions"),
                text(fields, "made_by"),
                text(fields, "made_by_name"),
                moment(text(fields, "made_at")),
                items);
        if (!java.util.Arrays.equals(handling.canonical(), canonical)) {
            throw new Refused(Fault.EXPORT_FORM, "terms with fields of no known meaning");
        }
        return handling;
    }

    private static Instant moment(String text) throws Refused {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Fault.EXPORT_FORM, "terms that name no moment");
        }
    }

    private static Map<String, Json> fields(Json value) throws Refused {
        if (value instanceof Json.Fields fields) {
            return fields.values();
        }
        throw new Refused(Fault.EXPORT_FORM, "no object where one belongs");
    }

    private static String text(Map<String, Json> fields, String name) throws Refused {
        if (fields.get(name) instanceof Json.Text text) {
            return text.value();
        }
        throw new Refused(Fault.EXPORT_FORM, "no text \"" + name + "\"");
    }
}

package org.plumbline.engine.evidence.completeness;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * What is stated of a batch of files as a whole. The ledger beside it has a line for each.
 *
 * @param id of the statement
 * @param organisation that states it, and its name as shown
 * @param batch identifier of the batch, and its title
 * @param begun when the first file could be sent, {@code completed} when it was said that all were
 * @param expected how many files the sender announced; absent where it announced none
 * @param received how many files came, and their bytes
 * @param inside how many more were found inside them, over all levels
 * @param states how many of all ended in each state; together they are {@code received} and {@code inside}
 * @param limits the bounds within which files were read, in words
 * @param ledger SHA-256 of the ledger, in 64 hexadecimal digits
 * @param madeBy who made it, by the name as shown
 */
public record Completeness(
        String id,
        String organisation,
        String organisationName,
        String caseId,
        String caseNumber,
        String batch,
        String title,
        Instant begun,
        Instant completed,
        Optional<Long> expected,
        long received,
        long receivedBytes,
        long inside,
        Map<String, Long> states,
        String limits,
        String ledger,
        String madeBy,
        String madeByName,
        Instant madeAt) {
    /** Where it lies in its bag. */
    public static final String FILE = "metadata/completeness.json";

    /** The same for people. */
    public static final String PAGE = "metadata/completeness.html";

    /** A {@link LedgerLine} for each file, each on a line of its own. */
    public static final String LEDGER = "data/ledger.jsonl";

    private static final String FORMAT = "plumbline.org/completeness@v1";

    public Completeness {
        states = java.util.Collections.unmodifiableMap(new TreeMap<>(states));
    }

    /** How many files there are, received or found inside. */
    public long files() {
        return received + inside;
    }

    /** The canonical bytes. */
    public byte[] canonical() {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("format", new Json.Text(FORMAT));
        texts().forEach((name, value) -> fields.put(name, new Json.Text(value)));
        expected.ifPresent(many -> fields.put("expected", new Json.Whole(many)));
        fields.put("received", new Json.Whole(received));
        fields.put("received_bytes", new Json.Whole(receivedBytes));
        fields.put("inside", new Json.Whole(inside));
        var counted = new LinkedHashMap<String, Json>();
        states.forEach((state, many) -> counted.put(state, new Json.Whole(many)));
        fields.put("states", new Json.Fields(counted));
        try {
            return CanonicalJson.write(new Json.Fields(fields));
        } catch (Refused e) {
            throw new IllegalArgumentException("A statement that cannot be written down: " + e.detail(), e);
        }
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("id", id);
        texts.put("organisation", organisation);
        texts.put("organisation_name", organisationName);
        texts.put("case", caseId);
        texts.put("case_number", caseNumber);
        texts.put("batch", batch);
        texts.put("title", title);
        texts.put("begun", begun.toString());
        texts.put("completed", completed.toString());
        texts.put("limits", limits);
        texts.put("ledger", ledger);
        texts.put("made_by", madeBy);
        texts.put("made_by_name", madeByName);
        texts.put("made_at", madeAt.toString());
        return texts;
    }

    /** Reads a statement in its one form. */
    public static Completeness read(byte[] canonical) throws Refused {
        Map<String, Json> fields = Fields.of(CanonicalJson.read(canonical));
        if (!Fields.text(fields, "format").equals(FORMAT)) {
            throw new Refused(Fault.EXPORT_FORM, "a statement of no known format");
        }
        var stated = new Completeness(
                Fields.text(fields, "id"),
                Fields.text(fields, "organisation"),
                Fields.text(fields, "organisation_name"),
                Fields.text(fields, "case"),
                Fields.text(fields, "case_number"),
                Fields.text(fields, "batch"),
                Fields.text(fields, "title"),
                moment(Fields.text(fields, "begun")),
                moment(Fields.text(fields, "completed")),
                fields.containsKey("expected") ? Optional.of(Fields.whole(fields, "expected")) : Optional.empty(),
                Fields.whole(fields, "received"),
                Fields.whole(fields, "received_bytes"),
                Fields.whole(fields, "inside"),
                states(fields),
                Fields.text(fields, "limits"),
                Fields.text(fields, "ledger"),
                Fields.text(fields, "made_by"),
                Fields.text(fields, "made_by_name"),
                moment(Fields.text(fields, "made_at")));
        if (!Arrays.equals(stated.canonical(), canonical)) {
            throw new Refused(Fault.EXPORT_FORM, "a statement with fields of no known meaning");
        }
        return stated;
    }

    private static Map<String, Long> states(Map<String, Json> fields) throws Refused {
        var states = new LinkedHashMap<String, Long>();
        Map<String, Json> counted = Fields.of(fields.getOrDefault("states", new Json.Nothing()));
        for (String state : counted.keySet()) {
            states.put(state, Fields.whole(counted, state));
        }
        return states;
    }

    private static Instant moment(String text) throws Refused {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Fault.EXPORT_FORM, "a statement that names no moment");
        }
    }
}

package org.plumbline.engine.evidence.completeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * One file of the batch: as received, or found inside another.
 *
 * @param reference what it is called in the case, such as {@code E0007-2-1}
 * @param parent the reference of the file it was found in; absent for one received
 * @param path as stated, with those of the files around it before it
 * @param sha256 of its bytes, in 64 hexadecimal digits; absent where they could not be had
 * @param state in which it ended, such as {@code indexed} or {@code failed}
 * @param reasons why, as stable codes
 * @param tools with which it was read last; empty where it was not read
 */
public record LedgerLine(
        String reference,
        Optional<String> parent,
        String path,
        long bytes,
        Optional<String> sha256,
        String state,
        List<String> reasons,
        String tools) {
    public LedgerLine {
        reasons = List.copyOf(reasons);
    }

    /** The line in its one form, without an end of line. */
    public byte[] canonical() {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("reference", new Json.Text(reference));
        parent.ifPresent(of -> fields.put("parent", new Json.Text(of)));
        fields.put("path", new Json.Text(path));
        fields.put("bytes", new Json.Whole(bytes));
        sha256.ifPresent(digest -> fields.put("sha256", new Json.Text(digest)));
        fields.put("state", new Json.Text(state));
        fields.put(
                "reasons",
                new Json.Items(
                        reasons.stream().map(r -> (Json) new Json.Text(r)).toList()));
        fields.put("tools", new Json.Text(tools));
        try {
            return CanonicalJson.write(new Json.Fields(fields));
        } catch (Refused e) {
            throw new IllegalArgumentException("A line that cannot be written down: " + e.detail(), e);
        }
    }

    /** Reads a line in its one form. */
    public static LedgerLine read(byte[] canonical) throws Refused {
        Map<String, Json> fields = Fields.of(CanonicalJson.read(canonical));
        var reasons = new ArrayList<String>();
        if (fields.get("reasons") instanceof Json.Items items) {
            for (Json each : items.values()) {
                reasons.add(Fields.text(each));
            }
        }
        var line = new LedgerLine(
                Fields.text(fields, "reference"),
                Fields.maybe(fields, "parent"),
                Fields.text(fields, "path"),
                Fields.whole(fields, "bytes"),
                Fields.maybe(fields, "sha256"),
                Fields.text(fields, "state"),
                reasons,
                Fields.text(fields, "tools"));
        if (!Arrays.equals(line.canonical(), canonical)) {
            throw new Refused(Fault.EXPORT_FORM, "a line with fields of no known meaning");
        }
        return line;
    }
}

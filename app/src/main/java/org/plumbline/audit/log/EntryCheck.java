package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Commitment;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.json.Salt;
import org.plumbline.engine.log.refusal.Refused;

/** Whether one entry's row, body and commitment say the same. */
final class EntryCheck {
    private EntryCheck() {}

    /**
     * An entry as the records hold it.
     *
     * @param columns what the row states, by the name it has in the body
     * @param content the body; absent where it is gone
     */
    record Row(byte[] leaf, Map<String, String> columns, Optional<String> content, byte[] salt) {}

    /** What does not hold; empty when all does. */
    static Optional<String> fault(Row row) {
        if (row.content().isEmpty()) {
            return Optional.of("body-missing");
        }
        try {
            Json read = CanonicalJson.read(row.content().get().getBytes(StandardCharsets.UTF_8));
            if (!(read instanceof Json.Fields body)
                    || !Arrays.equals(Commitment.to(body, Salt.of(row.salt())).bytes(), row.leaf())) {
                return Optional.of("body-changed");
            }
            return agrees(body, row.columns()) ? Optional.empty() : Optional.of("entry-changed");
        } catch (Refused notAsWritten) {
            return Optional.of("body-changed");
        }
    }

    private static boolean agrees(Json.Fields body, Map<String, String> columns) {
        return columns.entrySet().stream()
                .allMatch(column -> body.values().get(column.getKey()) instanceof Json.Text text
                        && text.value().equals(column.getValue()));
    }
}

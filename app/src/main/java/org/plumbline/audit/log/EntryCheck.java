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
     * What does not hold of an entry as the records have it; empty when all does.
     *
     * @param leaf the commitment
     * @param columns what the row states, by the name it has in the body
     * @param content the body; absent where it is gone
     */
    static Optional<String> fault(byte[] leaf, Map<String, String> columns, Optional<String> content, byte[] salt) {
        if (content.isEmpty()) {
            return Optional.of("body-missing");
        }
        try {
            Json read = CanonicalJson.read(content.get().getBytes(StandardCharsets.UTF_8));
            if (!(read instanceof Json.Fields body)
                    || !Arrays.equals(Commitment.to(body, Salt.of(salt)).bytes(), leaf)) {
                return Optional.of("body-changed");
            }
            return agrees(body, columns) ? Optional.empty() : Optional.of("entry-changed");
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

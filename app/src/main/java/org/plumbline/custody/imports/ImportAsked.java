package org.plumbline.custody.imports;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.kernel.Input;
import org.plumbline.verifier.Vouched;

/**
 * How a package is to be imported, as it was typed.
 *
 * @param trust keys from elsewhere, as {@code verify --trust} takes them; may be empty
 * @param unvouched whether to take it though nobody vouches for its keys
 */
public record ImportAsked(@Nullable String trust, @Nullable String reason, boolean unvouched) {
    private static final int WORDS = 300;
    private static final int KEYS = 100_000;

    /** What is asked for. */
    record Wish(Optional<Vouched> vouched, String trust, String reason, boolean unvouched) {}

    /** All that is wrong with it is refused together, an exhibit that was not chosen too. */
    Wish read(boolean chosen) {
        var input = new Input();
        if (!chosen) {
            input.refuse("exhibit", "field-missing", Map.of());
        }
        String keys = input.optionalText("trust", trust, KEYS);
        Optional<Vouched> vouched = vouched(keys, input);
        String why = input.text("reason", reason, WORDS);
        input.check();
        return new Wish(vouched, keys, why, unvouched);
    }

    /** Keys alone, for a check. */
    static Optional<Vouched> keys(String trust) {
        var input = new Input();
        Optional<Vouched> vouched = vouched(input.optionalText("trust", trust, KEYS), input);
        input.check();
        return vouched;
    }

    private static Optional<Vouched> vouched(String keys, Input input) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        try {
            // A form sends its lines with CR LF; the file's have LF, the last one too.
            return Optional.of(Vouched.read((keys.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (Refused e) {
            input.refuse("trust", "import-trust-unreadable", Map.of("found", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}

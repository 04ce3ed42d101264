package org.plumbline.repeats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;

/**
 * What makes a request the same as an earlier one: who sends it, where, under which key.
 *
 * @param route method and path
 * @param key the sender's own word, 1 to 200 printable ASCII characters
 */
public record KeyedRequest(MemberId member, String route, String key) {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,198}[\\x21-\\x7e])?");

    /** @throws org.plumbline.kernel.Refused when the key isn't one */
    public KeyedRequest {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalid(List.of(new Refusal.Field("Idempotency-Key", "idempotency-key-malformed", Map.of())))
                    .asException();
        }
    }

    /** A number that two requests under the same key share, for an advisory lock; others hardly ever. */
    long lock() {
        return ByteBuffer.wrap(HexFormat.of().parseHex(digest().hex())).getLong();
    }

    /** Stands for this request where the sender's word is not to be kept. */
    Digest digest() {
        return Digest.of(named());
    }

    /** Who, where and under which word, as bytes. */
    byte[] named() {
        return (member + "\n" + route + "\n" + key).getBytes(StandardCharsets.UTF_8);
    }
}

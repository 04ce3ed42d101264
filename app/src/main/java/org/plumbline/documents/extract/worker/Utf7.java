package org.plumbline.documents.extract.worker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes UTF-7 (RFC 2152), which old mail programs wrote and Java does not know. */
final class Utf7 {
    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");

    private Utf7() {}

    static String decode(byte[] bytes) {
        Matcher shifted = SHIFTED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return shifted.replaceAll(match -> Matcher.quoteReplacement(wide(match.group(1))));
    }

    private static String wide(String coded) {
        if (coded.isEmpty()) {
            return "+";
        }
        // A rest of one character or of fewer than 16 bits is padding.
        String whole = coded.length() % 4 == 1 ? coded.substring(0, coded.length() - 1) : coded;
        byte[] decoded = Base64.getDecoder().decode(whole);
        return new String(decoded, 0, decoded.length / 2 * 2, StandardCharsets.UTF_16BE);
    }
}

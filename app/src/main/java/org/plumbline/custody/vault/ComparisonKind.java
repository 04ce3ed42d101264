package org.plumbline.custody.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Input;

/**
 * A digest that is worked out on request beside SHA-256, for comparing with lists and other tools. Neither withstands
 * somebody who makes two files of one digest (RFC 6151, RFC 6194), so neither proves anything by itself.
 */
public enum ComparisonKind {
    /** RFC 1321: 128 bits. */
    MD5("MD5", 32),
    /** FIPS 180-4: 160 bits. */
    SHA1("SHA-1", 40);

    private final String method;
    private final int digits;

    ComparisonKind(String method, int digits) {
        this.method = method;
        this.digits = digits;
    }

    /** The word that stands in records and requests: md5 or sha1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people write it: MD5 or SHA-1. */
    public String method() {
        return method;
    }

    /** The kind of a word that stands in records. */
    public static ComparisonKind ofCode(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No comparison digest is called " + code));
    }

    /** Reads words such as {@code md5,sha1}; one that is none is refused under the field. */
    public static Set<ComparisonKind> read(String field, @Nullable String words, Input input) {
        Set<ComparisonKind> wanted = EnumSet.noneOf(ComparisonKind.class);
        for (String word : words == null ? new String[0] : words.split(",", -1)) {
            String asked = word.strip().toLowerCase(Locale.ROOT);
            Optional<ComparisonKind> found = find(asked);
            found.ifPresent(wanted::add);
            if (found.isEmpty() && !asked.isEmpty()) {
                input.refuse(field, "comparison-digest-unknown", Map.of("value", word.strip(), "offered", offered()));
            }
        }
        return wanted;
    }

    boolean isDigest(String hex) {
        return hex.length() == digits && hex.matches("[0-9a-f]+");
    }

    MessageDigest begin() {
        try {
            return MessageDigest.getInstance(method);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + method, e);
        }
    }

    private static Optional<ComparisonKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    private static String offered() {
        return Arrays.stream(values()).map(ComparisonKind::code).collect(Collectors.joining(", "));
    }
}

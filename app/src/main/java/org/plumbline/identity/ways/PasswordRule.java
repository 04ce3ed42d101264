package org.plumbline.identity.ways;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.kernel.Input;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and not what is guessed first. There are no rules on digits or signs (NIST SP 800-63B,
 * section 3.1.1.2).
 */
@Component
class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int TELLING = 4;

    private final Set<String> common = common();

    /**
     * Adds what is wrong with a new password.
     *
     * @param known what others know of the member: name, organisation, login
     */
    void check(Input input, String password, String again, List<String> known) {
        String normal = PasswordHashes.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (normal.isBlank()) {
            input.refuse("password", "field-missing", Map.of());
        } else if (length < SHORTEST || length > LONGEST) {
            input.refuse(
                    "password",
                    "password-length",
                    Map.of("shortest", Integer.toString(SHORTEST), "longest", Integer.toString(LONGEST)));
        } else if (known.stream().map(PasswordRule::bare).anyMatch(word -> names(normal, word))) {
            input.refuse("password", "password-names-you", Map.of());
        } else if (isCommon(normal)) {
            input.refuse("password", "password-common", Map.of());
        }
        if (!password.equals(again)) {
            input.refuse("again", "password-differs", Map.of());
        }
    }

    private static boolean names(String password, String word) {
        return word.length() >= TELLING && bare(password).contains(word);
    }

    private boolean isCommon(String password) {
        String bare = password.toLowerCase(Locale.ROOT);
        return common.contains(bare) || bare.chars().distinct().count() < TELLING;
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> common() {
        try (InputStream list = Objects.requireNonNull(PasswordRule.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords can't be read", e);
        }
    }
}

package org.plumbline.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code prove} was asked for.
 *
 * @param name the campaign; absent for all
 */
record ProveOptions(Optional<String> name, Campaign.Size size, long seed) {
    /** The seed of a run that names none: every run of a commit does the same. */
    private static final long SEED = 20310007;

    static ProveOptions parse(List<String> words) {
        var options = new ProveOptions(Optional.empty(), Campaign.Size.SMALL, SEED);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                options = options.named(word);
                continue;
            }
            boolean joined = word.contains("=");
            if (!joined && i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " needs a value");
            }
            String value = joined ? word.substring(word.indexOf('=') + 1) : words.get(++i);
            options = options.with(joined ? word.substring(0, word.indexOf('=')) : word, value);
        }
        return options;
    }

    private ProveOptions named(String word) {
        if (name.isPresent()) {
            throw new IllegalArgumentException(
                    "one campaign at a time, not \"" + name.get() + "\" and \"" + word + "\"");
        }
        return new ProveOptions(Optional.of(word), size, seed);
    }

    private ProveOptions with(String option, String value) {
        return switch (option) {
            case "--size" -> new ProveOptions(name, size(value), seed);
            case "--seed" -> new ProveOptions(name, size, number(value));
            default -> throw new IllegalArgumentException("there is no option \"" + option + "\"");
        };
    }

    private static Campaign.Size size(String value) {
        try {
            return Campaign.Size.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--size is small or full, not \"" + value + "\"", e);
        }
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed takes a whole number, not \"" + value + "\"", e);
        }
    }
}

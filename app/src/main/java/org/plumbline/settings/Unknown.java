package org.plumbline.settings;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of a name that is none of a setting's. */
final class Unknown {
    private Unknown() {}

    static String key(String file, String key) {
        if (KnownSettings.of(key + "-file").isPresent()) {
            return file + ": " + key + " is a secret and stands in a file of its own; name it with " + key + "-file";
        }
        return file + ": there is no setting " + key + hint(key);
    }

    static String variable(String name) {
        String key = name.substring("PLUMBLINE_".length()).toLowerCase(Locale.ROOT);
        boolean secret = KnownSettings.all().stream()
                .anyMatch(s -> s.variable().equals(name + "_FILE") && s.kind() == Kind.SECRET_FILE);
        if (secret) {
            return name + " is a secret and stands in a file of its own; name it with " + name + "_FILE";
        }
        return KnownSettings.all().stream()
                .min(Comparator.comparingInt(s -> KnownSettings.distance(s.variable(), name)))
                .filter(s -> KnownSettings.distance(s.variable(), name) <= Math.max(2, key.length() / 3))
                .map(s -> name + " is no setting; the nearest is " + s.variable())
                .orElse(name + " is no setting; known are " + known());
    }

    private static String hint(String key) {
        return KnownSettings.nearest(key)
                .map(s -> "; the nearest is " + s.key())
                .orElse("; known are "
                        + KnownSettings.all().stream().map(Setting::key).collect(Collectors.joining(", ")));
    }

    private static String known() {
        return KnownSettings.all().stream().map(Setting::variable).collect(Collectors.joining(", "));
    }
}

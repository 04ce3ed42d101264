package org.plumbline.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that are one name: a given name in other languages and in short, a company's legal form written out. From the
 * table {@code names.txt}.
 */
final class OneName {
    private static final String TABLE = "/org/plumbline/search/names.txt";
    private static final int SHORTEST = 2;
    private static final Pattern COMMA = Pattern.compile(",");

    private static final Map<String, Set<List<String>>> OTHERS = read();

    private OneName() {}

    /** The other ways to write a folded word, as lists of folded words; none for most words. */
    static Set<List<String>> of(String word) {
        return OTHERS.getOrDefault(word, Set.of());
    }

    /** Whether the folded word is in the table. */
    static boolean isListed(String word) {
        return OTHERS.containsKey(word);
    }

    private static Map<String, Set<List<String>>> read() {
        var others = new HashMap<String, Set<List<String>>>();
        for (String line : table().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<List<String>> group =
                        COMMA.splitAsStream(line).map(Words::of).toList();
                group.forEach(name -> add(others, name, group));
            }
        }
        return others;
    }

    /** Only what is one word is looked for under the others; a phrase is what was meant. */
    private static void add(Map<String, Set<List<String>>> others, List<String> name, List<List<String>> group) {
        if (name.size() != 1 || name.getFirst().length() < SHORTEST) {
            return;
        }
        var rest = new ArrayList<>(group);
        rest.remove(name);
        others.computeIfAbsent(name.getFirst(), added -> new LinkedHashSet<>()).addAll(rest);
    }

    private static String table() {
        try (InputStream in = OneName.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The table " + TABLE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + TABLE, e);
        }
    }
}

package org.plumbline.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The matrix as it is written down.
 *
 * @param rules for each rule, what each situation is answered
 * @param meanings of rules and situations, in words
 * @param routes the rule of each route, in the order in which they are asked
 */
record Matrix(Map<String, Map<String, String>> rules, Map<String, String> meanings, Map<String, String> routes) {
    private static final String FILE = "/access/matrix.txt";

    /** Reads the file: see there how it is written. */
    static Matrix read() {
        var matrix = new Matrix(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        lines().stream()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(matrix::take);
        return matrix;
    }

    private void take(String line) {
        String[] words = line.split("\\s+");
        if (words[0].equals("situation") || words[0].equals("rule")) {
            meanings.put(words[1], String.join(" ", Arrays.asList(words).subList(2, words.length)));
            if (words[0].equals("rule")) {
                rules.put(words[1], new LinkedHashMap<>());
            }
        } else if (words[0].equals("answer")) {
            Map<String, String> answers = Objects.requireNonNull(rules.get(words[1]), line);
            List.of(words).subList(3, words.length).forEach(situation -> answers.put(situation, words[2]));
        } else {
            routes.put(words[0] + " " + words[1], words[2]);
        }
    }

    /** What a situation is answered at a route; a dash where it isn't asked. */
    String expected(String route, String situation) {
        boolean reads = route.matches("(GET|HEAD|OPTIONS) .*");
        return switch (situation) {
            case "read-only" -> reads ? said(route, "lead") : "token-read-only";
            case "nobody" ->
                said(route, "nobody").equals("-") ? reads ? "sign-in" : "form-outdated" : said(route, "nobody");
            default -> said(route, situation);
        };
    }

    private String said(String route, String situation) {
        String rule = Objects.requireNonNull(routes.get(route), route);
        return Objects.requireNonNull(rules.get(rule), () -> "No rule " + rule + " for " + route)
                .getOrDefault(situation, "-");
    }

    /** The matrix for people. */
    String document() {
        var page = new ArrayList<String>();
        page.add("# Who may do what: the access matrix");
        page.add("");
        page.add(
                "Written by `AccessMatrixTest` from `app/src/test/resources/access/matrix.txt`, after it asked for every"
                        + " route in every situation. \"hidden\" means: answered as a record that doesn't exist, to the last"
                        + " character. Other words are the codes of refusals; a dash means that the question doesn't arise.");
        page.add("");
        page.add("## Situations");
        meanings.forEach((name, meaning) -> {
            if (!rules.containsKey(name)) {
                page.add("- **" + name + "**: " + meaning);
            }
        });
        page.add("");
        page.add("## Rules");
        rules.forEach((rule, answers) -> {
            page.add("### " + rule);
            page.add(meanings.get(rule));
            page.add("");
            var by = new LinkedHashMap<String, List<String>>();
            answers.forEach((situation, answer) ->
                    by.computeIfAbsent(answer, a -> new ArrayList<>()).add(situation));
            page.add("| answer | situations |");
            page.add("| --- | --- |");
            by.forEach((answer, situations) -> page.add("| " + answer + " | " + String.join(", ", situations) + " |"));
            page.add("");
            routes.forEach((route, of) -> {
                if (of.equals(rule)) {
                    page.add("- `" + route + "`");
                }
            });
            page.add("");
        });
        return String.join("\n", page);
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(Matrix.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

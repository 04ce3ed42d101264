package org.plumbline.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in that a start printed.
 *
 * @param links sign-in link by the role it is printed under, in the order printed
 * @param token of the investigator; empty before it was printed
 */
public record Printed(Map<String, String> links, String token) {
    // Two spaces and more part role, name and link; a role may be two words.
    private static final Pattern LINK = Pattern.compile("^ {2}(\\S+(?: \\S+)?) {2,}.*?(https?://\\S+/sign-in/\\S+)$");
    private static final Pattern TOKEN = Pattern.compile("^ *PLUMBLINE_TOKEN=(\\S+)$");

    /** Reads what was printed so far. */
    static Printed read(Path console) {
        var links = new LinkedHashMap<String, String>();
        String token = "";
        try {
            for (String line : Files.readAllLines(console)) {
                Matcher link = LINK.matcher(line);
                if (link.matches()) {
                    links.put(link.group(1), link.group(2));
                }
                Matcher said = TOKEN.matcher(line);
                token = said.matches() ? said.group(1) : token;
            }
        } catch (IOException e) {
            return new Printed(Map.of(), "");
        }
        return new Printed(links, token);
    }

    public boolean complete() {
        return !token.isEmpty();
    }

    /** The link of a role, as {@code demo} names it. */
    public String link(String role) {
        return Objects.requireNonNull(links.get(role), () -> "No link for " + role + " among " + links.keySet());
    }
}

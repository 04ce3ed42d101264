package org.plumbline.administration;

import java.util.List;
import java.util.Locale;

/**
 * A library that Plumbline ships, as its bill of materials names it.
 *
 * @param group who publishes it
 * @param licences as it states them; any of them may be chosen
 * @param texts licence and notice texts that it brings, by their names inside its archive
 */
public record ShippedPart(String group, String name, String version, List<String> licences, List<String> texts) {
    private static final String OF_BROWSERS = "org.webjars";

    public ShippedPart {
        licences = List.copyOf(licences);
        texts = List.copyOf(texts);
    }

    /** Publisher and name, which together are its own. */
    public String id() {
        return group + ":" + name;
    }

    /** Whether it runs in people's browsers. */
    public boolean inBrowser() {
        return group.startsWith(OF_BROWSERS);
    }

    /** Whether name or licence hold these letters, large or small; all do for none. */
    boolean holds(String letters) {
        String all = id() + " " + String.join(" ", licences);
        return all.toLowerCase(Locale.ROOT).contains(letters.strip().toLowerCase(Locale.ROOT));
    }
}

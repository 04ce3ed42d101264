package org.plumbline.custody.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Input;

/**
 * To whom a package goes, for what, and what they may do with it.
 *
 * @param conditions in words; may be empty
 */
public record PackageTerms(String recipient, String purpose, String conditions) {
    private static final int LINE = 300;
    private static final int WORDS = 4000;

    /** How many exhibits a package has at most: its proofs are made in memory. */
    static final int MOST = 1000;

    /** What is asked for. */
    record Wish(List<UUID> exhibits, PackageTerms terms) {
        Wish {
            exhibits = List.copyOf(exhibits);
        }
    }

    /**
     * What is asked for, as it was typed.
     *
     * @param exhibits identifiers as given
     */
    public record Asked(
            @Nullable List<String> exhibits,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String conditions) {

        /** All that is wrong with it is refused together. */
        Wish read() {
            var input = new Input();
            List<UUID> chosen = chosen(input);
            if (chosen.isEmpty()) {
                input.refuse("exhibits", "field-missing", Map.of());
            } else if (chosen.size() > MOST) {
                input.refuse("exhibits", "package-too-many", Map.of("most", "" + MOST, "chosen", "" + chosen.size()));
            }
            var terms = new PackageTerms(
                    input.text("recipient", recipient, LINE),
                    input.text("purpose", purpose, LINE),
                    input.optionalText("conditions", conditions, WORDS));
            input.check();
            return new Wish(chosen, terms);
        }

        private List<UUID> chosen(Input input) {
            var ids = new ArrayList<UUID>();
            for (String given : exhibits == null ? List.<String>of() : exhibits) {
                try {
                    ids.add(UUID.fromString(given));
                } catch (IllegalArgumentException e) {
                    input.refuse("exhibits", "field-not-a-choice", Map.of("value", given));
                }
            }
            return ids.stream().distinct().toList();
        }
    }
}

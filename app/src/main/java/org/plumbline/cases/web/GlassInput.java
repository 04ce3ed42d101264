package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import org.plumbline.kernel.Refusal;

/** Reads the finding of a review. */
final class GlassInput {
    private GlassInput() {}

    static boolean justified(String value) {
        return switch (value) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw Refusal.invalid(List.of(new Refusal.Field(
                                "justified",
                                value.isBlank() ? "field-missing" : "field-not-a-choice",
                                Map.of("value", value))))
                        .asException();
        };
    }
}

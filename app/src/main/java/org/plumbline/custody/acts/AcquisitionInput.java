package org.plumbline.custody.acts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Acquisition;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.Tooling;

/** Reads how an exhibit came in. */
final class AcquisitionInput {
    private static final int MOST_PHOTOGRAPHS = 50;

    private final ActFields fields;
    private final Known known;

    AcquisitionInput(ActFields fields, Known known) {
        this.fields = fields;
        this.known = known;
    }

    Acquisition acquisition() {
        return new Acquisition(
                nature(),
                fields.words("description"),
                fields.maybeLine("make"),
                fields.maybeLine("model"),
                fields.maybeLine("serial"),
                fields.maybeLine("capacity"),
                fields.quantity("quantity", "unit"),
                fields.maybeWords("condition"),
                photographs(),
                authority(),
                fields.maybeLine("from_whom"),
                fields.maybeLine("where"),
                fields.maybeLine("collected_by"),
                means(),
                known.places().named(fields));
    }

    private Acquisition.Nature nature() {
        Acquisition.Nature nature = fields.choice("nature", Acquisition.Nature.class);
        Receipt receipt = known.chain().receipt();
        if (receipt.sha256().isPresent() && nature == Acquisition.Nature.PHYSICAL) {
            fields.refuse("nature", "nature-has-content", nature.code());
        } else if (receipt.sha256().isEmpty() && nature == Acquisition.Nature.DIGITAL) {
            fields.refuse("nature", "nature-has-no-content", nature.code());
        } else if (receipt.sha256().isEmpty()
                && nature == Acquisition.Nature.DERIVED
                && receipt.parent().isEmpty()) {
            fields.refuse("nature", "nature-not-derived", nature.code());
        }
        return nature;
    }

    private List<UUID> photographs() {
        Optional<String> given = fields.maybeWords("photographs");
        List<UUID> ids = given.stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(text -> !text.isEmpty())
                .map(AcquisitionInput::id)
                .distinct()
                .toList();
        boolean known =
                ids.stream().allMatch(id -> this.known.exhibit().apply(id).isPresent());
        if (ids.size() > MOST_PHOTOGRAPHS || !known) {
            fields.refuse("photographs", "not-an-exhibit", "");
        }
        return ids;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return ActFields.NOBODY;
        }
    }

    private Optional<Acquisition.Authority> authority() {
        boolean said = List.of("authority_type", "authority_identifier", "authority_from", "authority_until").stream()
                .anyMatch(name -> fields.maybeLine(name).isPresent());
        return said
                ? Optional.of(new Acquisition.Authority(
                        fields.line("authority_type"),
                        fields.line("authority_identifier"),
                        fields.maybeDay("authority_from"),
                        fields.maybeDay("authority_until")))
                : Optional.empty();
    }

    private Optional<Tooling> means() {
        boolean said = List.of("method", "tool", "version").stream()
                .anyMatch(name -> fields.maybeLine(name).isPresent());
        return said
                ? Optional.of(new Tooling(fields.line("method"), fields.maybeLine("tool"), fields.maybeLine("version")))
                : Optional.empty();
    }
}

package org.plumbline.engine.evidence.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was recorded when an exhibit came in: the first link of its chain.
 *
 * @param number the exhibit's number as people write it
 * @param parent the exhibit it was taken out of
 * @param root the first exhibit of that line; absent where the parent is
 * @param sha256 digest of its content; absent where it is a thing
 * @param quantity what of its parent it is, where it was divided off
 * @param recordedBy who recorded it, its first custodian
 */
public record Receipt(
        UUID id,
        UUID organisation,
        UUID caseId,
        String number,
        String name,
        String origin,
        Optional<UUID> parent,
        Optional<UUID> root,
        Optional<String> sha256,
        Optional<Long> bytes,
        Optional<Quantity> quantity,
        Instant recordedAt,
        UUID recordedBy) {
    static final String FORMAT = "plumbline.org/exhibit@v1";

    public Receipt {
        if (sha256.isPresent() != bytes.isPresent()) {
            throw new IllegalArgumentException("Content has a digest and a length, a thing has neither");
        }
    }

    /** The canonical bytes. */
    public byte[] canonical() {
        var fields = new Writing()
                .with("format", FORMAT)
                .with("id", id)
                .with("organisation", organisation)
                .with("case", caseId)
                .with("number", number)
                .with("name", name)
                .with("origin", origin)
                .maybe("parent", parent)
                .maybe("root", root)
                .maybe("sha256", sha256)
                .maybe("quantity", quantity.map(Quantity::amount))
                .maybe("unit", quantity.map(Quantity::unit))
                .with("recorded_at", recordedAt)
                .with("recorded_by", recordedBy);
        bytes.ifPresent(count -> fields.with("bytes", (long) count));
        return fields.bytes();
    }

    /** What the first act names as the one before it. */
    public ActDigest digest() {
        return ActDigest.of(canonical());
    }

    /** Reads a receipt in its one form. */
    public static Receipt read(byte[] canonical) throws Broken {
        Reading fields = Reading.of(canonical);
        if (!fields.text("format").equals(FORMAT)) {
            throw Reading.form("format");
        }
        Optional<String> amount = fields.maybe("quantity");
        Optional<String> sha256 = fields.sha256("sha256");
        Optional<Long> bytes = fields.whole("bytes");
        if (sha256.isPresent() != bytes.isPresent() || bytes.orElse(0L) < 0) {
            throw Reading.form("bytes");
        }
        var receipt = new Receipt(
                fields.id("id"),
                fields.id("organisation"),
                fields.id("case"),
                fields.text("number"),
                fields.text("name"),
                fields.text("origin"),
                fields.maybeId("parent"),
                fields.maybeId("root"),
                sha256,
                bytes,
                amount.isEmpty() ? Optional.empty() : Optional.of(Quantity.read(amount.get(), fields.text("unit"))),
                fields.instant("recorded_at"),
                fields.id("recorded_by"));
        fields.end();
        return receipt;
    }
}

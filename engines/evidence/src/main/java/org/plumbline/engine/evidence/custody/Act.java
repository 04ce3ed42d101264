package org.plumbline.engine.evidence.custody;

import java.time.Instant;
import java.util.UUID;

/**
 * One act on one exhibit.
 *
 * @param caseNumber the case's number as people write it
 * @param number the exhibit's number as people write it
 * @param sequence counts from 1 within the exhibit
 * @param previous the digest of the act before, or of the receipt
 * @param at when it happened
 * @param preparedAt when the server put it together
 * @param by who did it and signs it
 */
public record Act(
        UUID id,
        UUID organisation,
        UUID caseId,
        String caseNumber,
        UUID exhibit,
        String number,
        int sequence,
        ActDigest previous,
        EventTime at,
        Instant preparedAt,
        Person by,
        Deed deed) {
    static final String FORMAT = "plumbline.org/custody-act@v1";

    /** Which kind of act. */
    public Kind kind() {
        return deed.kind();
    }

    /** Whether it was put down more than 24 hours after it happened. */
    public boolean late() {
        return at.late(preparedAt);
    }

    /** The canonical bytes, which are signed by their digest. */
    public byte[] canonical() {
        return new Writing()
                .with("format", FORMAT)
                .with("id", id)
                .with("organisation", organisation)
                .with("case", caseId)
                .with("case_number", caseNumber)
                .with("exhibit", exhibit)
                .with("number", number)
                .with("sequence", (long) sequence)
                .with("previous", previous)
                .with("kind", deed.kind().code())
                .with("at", at.json())
                .with("prepared_at", preparedAt)
                .with("by", by.id())
                .with("by_name", by.name())
                .with("details", DeedWriter.json(deed))
                .bytes();
    }

    /** The digest of the canonical bytes. */
    public ActDigest digest() {
        return ActDigest.of(canonical());
    }

    /** Reads an act in its one form. */
    public static Act read(byte[] canonical) throws Broken {
        Reading fields = Reading.of(canonical);
        if (!fields.text("format").equals(FORMAT)) {
            throw Reading.form("format");
        }
        Kind kind = Kind.ofCode(fields.text("kind")).orElseThrow(() -> Reading.form("kind"));
        long sequence = fields.whole("sequence").orElse(0L);
        if (sequence < 1 || sequence > Integer.MAX_VALUE) {
            throw Reading.form("sequence");
        }
        var act = new Act(
                fields.id("id"),
                fields.id("organisation"),
                fields.id("case"),
                fields.text("case_number"),
                fields.id("exhibit"),
                fields.text("number"),
                (int) sequence,
                fields.digest("previous"),
                EventTime.read(fields.fields("at")),
                fields.instant("prepared_at"),
                new Person(fields.id("by"), fields.text("by_name")),
                DeedReader.read(kind, fields.fields("details")));
        fields.end();
        return act;
    }
}

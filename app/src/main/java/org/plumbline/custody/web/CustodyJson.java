package org.plumbline.custody.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.custody.acts.ExhibitCustody;
import org.plumbline.custody.acts.RecordedAct;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Place;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.engine.evidence.custody.Signature;

/** Custody as the API says it. */
final class CustodyJson {
    private CustodyJson() {}

    /** How things stand. */
    record State(
            UUID custodian,
            Optional<PlaceJson> place,
            Optional<String> seal,
            Optional<OutJson> out,
            Optional<TransferJson> transfer,
            Optional<String> quantity,
            Optional<String> unit,
            boolean collected,
            Optional<UUID> mergedInto,
            Optional<String> disposed) {
        static State of(Custody custody) {
            return new State(
                    custody.custodian(),
                    custody.place().map(PlaceJson::of),
                    custody.seal(),
                    custody.out().map(o -> new OutJson(o.to(), o.toName(), o.until())),
                    custody.transfer()
                            .map(t -> new TransferJson(
                                    t.from(),
                                    t.to().id(),
                                    t.until(),
                                    t.release().hex())),
                    custody.quantity().map(Quantity::amount),
                    custody.quantity().map(Quantity::unit),
                    custody.collected(),
                    custody.mergedInto(),
                    custody.disposed().map(Deed.Ending::code));
        }
    }

    /** A place. */
    record PlaceJson(UUID id, String code, String name) {
        static PlaceJson of(Place place) {
            return new PlaceJson(place.id(), place.code(), place.name());
        }
    }

    /** Who has it for a while. */
    record OutJson(Optional<UUID> to, String toName, Instant until) {}

    /** Between whom it is. */
    record TransferJson(UUID from, UUID to, Instant until, String release) {}

    /** An act: its canonical text, which is what its digest is of, and what was signed. */
    record ActJson(
            UUID id,
            int sequence,
            String kind,
            String digest,
            boolean late,
            Instant recordedAt,
            UUID by,
            String signed,

            @Schema(description = "The canonical text, whose SHA-256 is the digest")
            String canonical,

            @Schema(description = "The signature in its canonical text")
            String signature,

            @Nullable String witness) {
        static ActJson of(RecordedAct a) {
            return new ActJson(
                    a.act().id(),
                    a.act().sequence(),
                    a.act().kind().code(),
                    a.digest().hex(),
                    a.act().late(),
                    a.stamp().recordedAt(),
                    a.act().by().id(),
                    a.signature().way(),
                    text(a.act().canonical()),
                    text(a.signature().canonical()),
                    a.witness().map(Signature::canonical).map(CustodyJson::text).orElse(null));
        }
    }

    /** An exhibit's custody. */
    record Whole(
            UUID exhibit,
            String number,
            String receipt,
            State state,
            List<ActJson> acts,

            @Schema(description = "For each kind of act that is not possible now, the code of what is against it")
            Map<String, String> obstacles,

            List<UUID> waiting) {
        static Whole of(ExhibitCustody c) {
            var obstacles = new TreeMap<String, String>();
            c.obstacles().forEach((kind, refusal) -> obstacles.put(kind.code(), refusal.code()));
            return new Whole(
                    c.exhibit().id(),
                    c.exhibit().reference(),
                    text(c.chain().receipt().canonical()),
                    State.of(c.state()),
                    c.acts().stream().map(ActJson::of).toList(),
                    obstacles,
                    c.waiting().stream().map(d -> d.id()).toList());
        }
    }

    /** An act that waits for a signature. */
    record DraftJson(
            UUID id,
            UUID exhibit,
            String kind,
            String canonical,

            @Schema(description = "SHA-256 of the canonical text: the challenge that a passkey signs")
            String digest,

            UUID signer,
            Instant until,
            boolean byPasskey,
            boolean attestable) {
        static DraftJson of(Custodies.Prepared p) {
            return new DraftJson(
                    p.draft().id(),
                    p.draft().act().exhibit(),
                    p.draft().act().kind().code(),
                    text(p.draft().act().canonical()),
                    p.draft().act().digest().hex(),
                    p.draft().signer().value(),
                    p.draft().until(),
                    p.byPasskey(),
                    p.attestable());
        }
    }

    /** What came of a signature. */
    record SignedJson(
            @Schema(description = "recorded, or waiting for the witness")
            String state,

            @Nullable ActJson act,

            @Schema(description = "What the witness signs") @Nullable
            UUID waiting) {
        static SignedJson of(Custodies.Signed signed) {
            return signed.recorded()
                    .map(a -> new SignedJson("recorded", ActJson.of(a), null))
                    .orElseGet(
                            () -> new SignedJson("waiting", null, signed.draft().id()));
        }
    }

    private static String text(byte[] canonical) {
        return new String(canonical, StandardCharsets.UTF_8);
    }
}

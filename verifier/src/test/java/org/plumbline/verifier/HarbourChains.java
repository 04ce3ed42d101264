package org.plumbline.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Acquisition;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.ActDigest;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.EventTime;
import org.plumbline.engine.evidence.custody.Person;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.packages.CustodyChain;

/** What was done with the exhibits of the harbour case. */
final class HarbourChains {
    private static final Person MARA = new Person(HarbourPackage.MARA, "Mara Quill");
    private static final Person TEODOR =
            new Person(UUID.fromString("01970000-0000-7000-8000-000000000004"), "Teodor Blom");

    private final Receipt receipt;
    private final List<SignedAct> acts = new ArrayList<>();

    private HarbourChains(Receipt receipt) {
        this.receipt = receipt;
    }

    static List<CustodyChain> all() {
        return List.of(ledger(), photograph(), thing());
    }

    private static CustodyChain ledger() {
        String digest = HarbourPackage.sha256(HarbourPackage.LEDGER);
        var chain = new HarbourChains(receipt(1, "C:\\scans\\ledger: 2030.txt", Optional.of(digest), 20));
        chain.act(MARA, new Deed.Inspect(Optional.empty(), Optional.of("legible"), Optional.empty()));
        chain.act(
                MARA,
                new Deed.TransferOut(
                        TEODOR, HarbourPackage.NOW.plus(Duration.ofDays(1)), "For analysis", Optional.empty()));
        chain.act(
                TEODOR,
                new Deed.TransferIn(
                        chain.acts.getLast().act().digest(),
                        new Deed.Found(Optional.empty(), Optional.of(digest), Optional.empty(), Optional.empty())));
        return new CustodyChain(chain.receipt, chain.acts);
    }

    private static CustodyChain photograph() {
        Optional<String> digest = Optional.of(HarbourPackage.sha256(new byte[] {(byte) 0xFF, 1, 2, 3}));
        return new CustodyChain(receipt(2, "quay.jpg", digest, 4), List.of());
    }

    private static CustodyChain thing() {
        var chain = new HarbourChains(receipt(3, "Seal press", Optional.empty(), 0));
        chain.attested(
                MARA,
                new Deed.Collect(new Acquisition(
                        Acquisition.Nature.PHYSICAL,
                        "A seal press of brass",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.of("Harbour master"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        return new CustodyChain(chain.receipt, chain.acts);
    }

    private static Receipt receipt(int number, String name, Optional<String> sha256, long bytes) {
        return new Receipt(
                UUID.fromString("01970000-0000-7000-8000-0000000001%02d".formatted(number)),
                HarbourPackage.OFFICE,
                HarbourPackage.CASE,
                "E%04d".formatted(number),
                name,
                "upload",
                Optional.empty(),
                Optional.empty(),
                sha256,
                sha256.map(any -> bytes),
                Optional.empty(),
                HarbourPackage.NOW.minus(Duration.ofDays(2)),
                MARA.id());
    }

    private void act(Person by, Deed deed) {
        Act act = next(by, deed);
        acts.add(new SignedAct(act, passkey(act.digest()), Optional.empty()));
    }

    private void attested(Person by, Deed deed) {
        var signature = new Signature.Attested("session", "password", HarbourPackage.NOW);
        acts.add(new SignedAct(next(by, deed), signature, Optional.empty()));
    }

    private Act next(Person by, Deed deed) {
        Instant at = HarbourPackage.NOW.minus(Duration.ofDays(1)).plusSeconds(acts.size());
        return new Act(
                UUID.randomUUID(),
                receipt.organisation(),
                receipt.caseId(),
                "2031-0007",
                receipt.id(),
                receipt.number(),
                acts.size() + 1,
                previous(),
                new EventTime("2031-03-13T09:00+01:00", EventTime.Clock.WATCH, Optional.of(-12L)),
                at,
                by,
                deed);
    }

    /**
     * The chain again with another time, each act naming the digest of the one before as it is now, under the old
     * signatures.
     */
    static CustodyChain retold(CustodyChain chain, String at) {
        var told = new HarbourChains(chain.receipt());
        for (SignedAct signed : chain.acts()) {
            Act was = signed.act();
            Act now = new Act(
                    was.id(),
                    was.organisation(),
                    was.caseId(),
                    was.caseNumber(),
                    was.exhibit(),
                    was.number(),
                    was.sequence(),
                    told.previous(),
                    new EventTime(at, was.at().clock(), was.at().offsetSeconds()),
                    was.preparedAt(),
                    was.by(),
                    was.deed());
            told.acts.add(new SignedAct(now, signed.signature(), signed.witness()));
        }
        return new CustodyChain(told.receipt, told.acts);
    }

    private ActDigest previous() {
        return acts.isEmpty() ? receipt.digest() : acts.getLast().act().digest();
    }

    static Signature.Passkey passkey(ActDigest digest) {
        return passkey(Signature.Algorithm.ES256, digest);
    }

    static Signature.Passkey passkey(Signature.Algorithm algorithm, ActDigest digest) {
        return ceremony(algorithm, digest, "webauthn.get", "harbour.example", 5);
    }

    static Signature.Passkey ceremony(ActDigest digest, String type, String site, int flags) {
        return ceremony(Signature.Algorithm.ES256, digest, type, site, flags);
    }

    /** As a browser and an authenticator sign (W3C Web Authentication Level 2, section 7.2). */
    private static Signature.Passkey ceremony(
            Signature.Algorithm algorithm, ActDigest digest, String type, String site, int flags) {
        try {
            KeyPair pair = pair(algorithm);
            String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.bytes());
            byte[] client = ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge
                            + "\",\"origin\":\"https://harbour.example\",\"crossOrigin\":false}")
                    .getBytes(StandardCharsets.UTF_8);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] authenticator = ByteBuffer.allocate(37)
                    .put(sha256.digest(site.getBytes(StandardCharsets.UTF_8)))
                    .put((byte) flags)
                    .putInt(7)
                    .array();
            var signer = java.security.Signature.getInstance(
                    switch (algorithm) {
                        case ES256 -> "SHA256withECDSA";
                        case EDDSA -> "Ed25519";
                        case RS256 -> "SHA256withRSA";
                    });
            signer.initSign(pair.getPrivate());
            signer.update(authenticator);
            signer.update(sha256.digest(client));
            return new Signature.Passkey(
                    algorithm,
                    pair.getPublic().getEncoded(),
                    new byte[] {1, 2, 3},
                    authenticator,
                    client,
                    signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(Signature.Algorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance(
                switch (algorithm) {
                    case ES256 -> "EC";
                    case EDDSA -> "Ed25519";
                    case RS256 -> "RSA";
                });
        if (algorithm == Signature.Algorithm.ES256) {
            keys.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return keys.generateKeyPair();
    }
}

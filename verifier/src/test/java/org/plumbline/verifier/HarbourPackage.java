package org.plumbline.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.evidence.packages.NewPackage;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.LogSigner;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Commitment;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.json.Salt;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.Statement;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;

/**
 * A package of the invented harbour case: a ledger with acts of two people, a photograph, and a thing without content.
 */
final class HarbourPackage {
    static final Instant NOW = Instant.parse("2031-03-14T09:30:00Z");
    static final UUID OFFICE = UUID.fromString("01970000-0000-7000-8000-000000000001");
    static final UUID CASE = UUID.fromString("01970000-0000-7000-8000-000000000002");
    static final UUID MARA = UUID.fromString("01970000-0000-7000-8000-000000000003");
    static final byte[] LEDGER = "Page 1 of the ledger".getBytes(StandardCharsets.UTF_8);

    final SignerKey organisation;
    final SignerKey log;
    final List<CustodyChain> chains;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Consumer<Map<String, byte[]>> twist = all -> {};

    /** With keys of its own, whatever they are named: who forges a package has none but these. */
    HarbourPackage(List<CustodyChain> chains) {
        this.organisation = key("harbour.example/organisation");
        this.log = key("harbour.example/trail");
        this.chains = List.copyOf(chains);
    }

    /** Changes what goes into it before it is signed, as whoever holds the organisation's key could. */
    HarbourPackage twisted(Consumer<Map<String, byte[]>> by) {
        twist = by;
        return this;
    }

    /** What vouches for both keys. */
    Path trust(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("trust"),
                "# organisation " + organisation.verifier() + "\nlog " + log.verifier() + "\nquorum none\n");
    }

    MadeBag make(Path scratch) throws Exception {
        var pack = new NewPackage(handling());
        chains.forEach(chain -> files.put(Layout.CUSTODY + chain.receipt().number() + ".json", chain.canonical()));
        prove(scratch);
        files.put(Layout.CUSTODY_PAGE, "<!doctype html>".getBytes(StandardCharsets.UTF_8));
        twist.accept(files);
        files.forEach(pack::with);
        chains.stream()
                .filter(chain -> chain.receipt().sha256().isPresent())
                .forEach(chain -> pack.original(payload(chain.receipt())));
        return pack.finish(this::statement);
    }

    private Handling handling() {
        return new Handling(
                UUID.fromString("01970000-0000-7000-8000-0000000000ff").toString(),
                OFFICE.toString(),
                "Harbour Office",
                CASE.toString(),
                "2031-0007",
                "restricted",
                "Court of Skagen, chamber 2",
                "Trial 14/2031",
                "Not to be passed on",
                MARA.toString(),
                "Mara Quill",
                NOW,
                chains.stream().map(HarbourPackage::item).toList());
    }

    private static Handling.Item item(CustodyChain chain) {
        Receipt receipt = chain.receipt();
        return new Handling.Item(
                receipt.number(),
                receipt.digest().hex(),
                receipt.sha256().map(any -> Layout.original(receipt.number(), receipt.name())));
    }

    private static NewBag.Payload payload(Receipt receipt) {
        byte[] bytes =
                receipt.sha256().equals(Optional.of(sha256(LEDGER))) ? LEDGER : new byte[] {(byte) 0xFF, 1, 2, 3};
        var crc = new CRC32();
        crc.update(bytes);
        return new NewBag.Payload(
                Layout.original(receipt.number(), receipt.name()),
                bytes.length,
                sha256(bytes),
                crc.getValue(),
                () -> new ByteArrayInputStream(bytes));
    }

    private String statement(String of) {
        try {
            return new String(Statement.sign(organisation, NOW, of), StandardCharsets.UTF_8);
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    private void prove(Path scratch) throws Exception {
        var entries = new LinkedHashMap<String, Json.Fields>();
        for (CustodyChain chain : chains) {
            entries.put(chain.receipt().digest().hex(), came(chain.receipt()));
            for (SignedAct act : chain.acts()) {
                entries.put(act.act().digest().hex(), done(act));
            }
        }
        var salts = new ArrayList<Salt>();
        var leaves = new ArrayList<byte[]>();
        for (Json.Fields entry : entries.values()) {
            salts.add(Salt.random(new SecureRandom()));
            leaves.add(Commitment.to(entry, salts.getLast()).bytes());
        }
        Files.createDirectories(scratch.resolve("log"));
        Log tree = Log.open(new FileTileStore(scratch.resolve("log")), 1 << 20);
        tree.append(leaves);
        Files.createDirectories(scratch.resolve("heads"));
        var signer = new LogSigner(
                log.verifier().name(), List.of(log), new FileHeads(scratch.resolve("heads")), InstantSource.fixed(NOW));
        Note checkpoint = signer.sign(tree);
        files.put(Layout.CHECKPOINT, checkpoint.bytes());
        int index = 0;
        for (Map.Entry<String, Json.Fields> entry : entries.entrySet()) {
            byte[] extra = extra(entry.getValue(), leaves.get(index), salts.get(index));
            files.put(
                    Layout.PROOFS + entry.getKey() + ".tlog-proof",
                    TlogProof.of(tree.proofs(tree.tree()).inclusion(index), checkpoint)
                            .withExtra(extra)
                            .bytes());
            index++;
        }
    }

    private byte[] extra(Json.Fields entry, byte[] leaf, Salt salt) throws Refused {
        return CanonicalJson.write(new Json.Fields(Map.of(
                "body", entry,
                "commitment", new Json.Text(HexFormat.of().formatHex(leaf)),
                "log", new Json.Text(log.verifier().toString()),
                "salt", new Json.Text(HexFormat.of().formatHex(salt.bytes())))));
    }

    private static Json.Fields came(Receipt receipt) {
        Map<String, Json> facts = receipt.sha256()
                .<Map<String, Json>>map(hex -> Map.of("sha256", new Json.Text(hex)))
                .orElse(Map.of());
        return entry(
                receipt.recordedBy(),
                receipt.recordedAt(),
                facts,
                List.of(new Json.Fields(Map.of(
                        "kind",
                        new Json.Text("exhibit"),
                        "id",
                        new Json.Text(receipt.id().toString())))));
    }

    private static Json.Fields done(SignedAct act) {
        return entry(
                act.act().by().id(),
                act.act().preparedAt(),
                Map.of(
                        "act", new Json.Text(act.act().digest().hex()),
                        "signed", new Json.Text(act.signature().way())),
                List.of());
    }

    private static Json.Fields entry(UUID member, Instant at, Map<String, Json> facts, List<Json> records) {
        return new Json.Fields(Map.of(
                "at", new Json.Text(at.toString()),
                "member", new Json.Text(member.toString()),
                "case", new Json.Text(CASE.toString()),
                "outcome", new Json.Text("done"),
                "records", new Json.Items(records),
                "facts", new Json.Fields(facts)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SignerKey key(String name) {
        try {
            return SignerKey.generate(name, KeyType.ED25519, new SecureRandom());
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }
}

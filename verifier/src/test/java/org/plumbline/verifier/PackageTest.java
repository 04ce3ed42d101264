package org.plumbline.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Layout;

/** A package holds, and nothing of it can be changed, dropped, added, swapped or forged without being named. */
class PackageTest {
    private static final String ORIGINAL = "data/originals/E0001/ledger_ 2030.txt";

    @TempDir
    private Path folder;

    private final HarbourPackage harbour = new HarbourPackage(HarbourChains.all());
    private MadeBag bag;
    private Path unpacked;

    @BeforeEach
    void make() throws Exception {
        bag = harbour.make(folder.resolve("scratch"));
        unpacked = folder.resolve("unpacked");
        bag.writeFolder(unpacked);
    }

    @Test
    void holdsAsArchiveAndAsFolderUnderKeysVouchedFor() throws Exception {
        Path zip = zip(bag, "package.zip");

        for (Path each : List.of(zip, unpacked)) {
            String said = verify(each, Optional.of(harbour.trust(folder)));
            assertThat(said)
                    .startsWith("0 ")
                    .contains("3 chains of custody with 4 acts")
                    .contains("3 acts are signed by the passkeys")
                    .contains("1 acts are attested by the server alone")
                    .contains("2 originals have the digests")
                    .contains("7 entries of the trail name each receipt and act")
                    .contains("to: Court of Skagen, chamber 2")
                    .contains("conditions: Not to be passed on")
                    .contains("Holds.");
        }
        assertThat(Files.exists(unpacked.resolve(ORIGINAL))).isTrue();
    }

    @Test
    void saysWhichKeysNobodyVouchedFor() throws Exception {
        Path onlyLog = Files.writeString(folder.resolve("log"), "log " + harbour.log.verifier() + "\nquorum none\n");

        assertThat(verify(unpacked, Optional.empty()))
                .startsWith("3 ")
                .contains("# organisation " + harbour.organisation.verifier())
                .contains("log " + harbour.log.verifier());
        assertThat(verify(unpacked, Optional.of(onlyLog)))
                .startsWith("3 ")
                .contains("# organisation " + harbour.organisation.verifier());
    }

    @Test
    void aByteOfAnyFileIsNamed() throws Exception {
        for (String file : files()) {
            byte[] good = Files.readAllBytes(unpacked.resolve(file));
            for (int at : new TreeSet<>(List.of(0, good.length / 3, good.length / 2, good.length - 1))) {
                byte[] changed = good.clone();
                changed[at] ^= 1;
                Files.write(unpacked.resolve(file), changed);

                String said = verify(unpacked, Optional.empty());

                assertThat(said).as("%s byte %d", file, at).startsWith("1 ").contains("does not hold: ");
                if (!file.contains("manifest") && !file.equals("bagit.txt")) {
                    assertThat(said).as("%s byte %d", file, at).contains(file);
                }
            }
            Files.write(unpacked.resolve(file), good);
        }
        assertThat(verify(unpacked, Optional.empty())).startsWith("3 ");
    }

    @Test
    void aFileThatIsMissingOrAddedIsNamed() throws Exception {
        for (String file : files()) {
            byte[] good = Files.readAllBytes(unpacked.resolve(file));
            Files.delete(unpacked.resolve(file));
            assertThat(verify(unpacked, Optional.empty()))
                    .as(file)
                    .startsWith("1 ")
                    .contains(file);
            Files.write(unpacked.resolve(file), good);
        }
        for (String file : List.of(
                "data/originals/E0001/more.txt",
                "data/x",
                "metadata/proofs/x",
                "metadata/custody/E0009.json",
                "fetch.txt",
                "x")) {
            Files.writeString(unpacked.resolve(file), "");
            assertThat(verify(unpacked, Optional.empty()))
                    .as(file)
                    .startsWith("1 ")
                    .contains(file);
            Files.delete(unpacked.resolve(file));
        }
    }

    @Test
    void twoProofsThatWereSwappedAreNamedEvenUnderTheOrganisationsKey() throws Exception {
        List<String> names = new ArrayList<>();
        String said = verify(twisted(files -> {
            files.keySet().stream().filter(f -> f.startsWith(Layout.PROOFS)).forEach(names::add);
            byte[] one = files.get(names.get(0));
            files.put(names.get(0), files.get(names.get(1)));
            files.put(names.get(1), one);
        }));

        assertThat(said).startsWith("1 ").contains(names.get(0) + ": its entry records something else");
    }

    @Test
    void aTimeThatWasEditedIsNamedEvenUnderTheOrganisationsKey() throws Exception {
        String said = verify(twisted(files ->
                replace(files, "metadata/custody/E0001.json", "2031-03-13T09:00+01:00", "2031-03-13T08:00+01:00")));

        assertThat(said).startsWith("1 ").contains("metadata/custody/E0001.json: act 1: signature-challenge");
    }

    @Test
    void aTimeOfTheReceiptThatWasEditedIsNamed() throws Exception {
        String said = verify(twisted(files ->
                replace(files, "metadata/custody/E0002.json", "2031-03-12T09:30:00Z", "2031-03-11T09:30:00Z")));

        assertThat(said)
                .startsWith("1 ")
                .contains("metadata/custody/E0002.json: its receipt is another than the terms");
    }

    @Test
    void anActThatWasTakenOutIsNamed() throws Exception {
        CustodyChain ledger = HarbourChains.all().getFirst();
        var shorter = new CustodyChain(
                ledger.receipt(), List.of(ledger.acts().get(0), ledger.acts().get(2)));

        String said = verify(forged(List.of(shorter)));

        assertThat(said).startsWith("1 ").contains("E0001.json: act 3: sequence {expected=2}");
    }

    @Test
    void aSignatureThatWasForgedIsNamed() throws Exception {
        CustodyChain ledger = HarbourChains.all().getFirst();
        var acts = new ArrayList<>(ledger.acts());
        Signature.Passkey real = (Signature.Passkey) acts.get(1).signature();
        Signature.Passkey other = HarbourChains.passkey(acts.get(1).act().digest());
        acts.set(
                1,
                new SignedAct(
                        acts.get(1).act(),
                        new Signature.Passkey(
                                real.algorithm(),
                                real.publicKey(),
                                real.credential(),
                                other.authenticatorData(),
                                other.clientData(),
                                other.signature()),
                        Optional.empty()));

        String said = verify(forged(List.of(new CustodyChain(ledger.receipt(), acts))));

        assertThat(said).startsWith("1 ").contains("E0001.json: act 2: signature-wrong");
    }

    @Test
    void aPackageForgedAsAWholeIsConsistentAndToldApartByTrust() throws Exception {
        var forger = new HarbourPackage(HarbourChains.all());
        Path forged = folder.resolve("forged");
        forger.make(folder.resolve("other")).writeFolder(forged);
        Path onlyLog = Files.writeString(folder.resolve("log"), "log " + harbour.log.verifier() + "\nquorum none\n");

        assertThat(verify(forged, Optional.empty())).startsWith("3 ");
        assertThat(verify(forged, Optional.of(harbour.trust(folder))))
                .startsWith("1 ")
                .contains("statement: it was given out by")
                .contains("not the organisation you know");
        assertThat(verify(forged, Optional.of(onlyLog))).startsWith("1 ").contains("metadata/proofs/");
    }

    @Test
    void aPackageOfAnotherKeyForItsTermsIsRefused() throws Exception {
        var other = new HarbourPackage(HarbourChains.all());
        other.make(folder.resolve("other")).writeFolder(folder.resolve("other-package"));
        byte[] foreign = Files.readAllBytes(folder.resolve("other-package").resolve(Layout.HANDLING_STATEMENT));
        Files.write(unpacked.resolve(Layout.HANDLING_STATEMENT), foreign);

        assertThat(verify(unpacked, Optional.empty())).startsWith("1 ").contains(Layout.HANDLING_STATEMENT);
    }

    @Test
    void noByteOfTheArchiveCanChangeUnnoticed() throws Exception {
        byte[] good = Files.readAllBytes(zip(bag, "package.zip"));

        // A stride that is no divisor of anything meets every kind of place; the engine's test goes byte by byte.
        for (int at = 0; at < good.length; at += 97) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            assertThat(verify(Files.write(folder.resolve("changed.zip"), changed), Optional.empty()))
                    .as("byte %d", at)
                    .startsWith("1 ");
        }
    }

    private Path twisted(Consumer<Map<String, byte[]>> by) throws Exception {
        var twisted = new HarbourPackage(HarbourChains.all()).twisted(by);
        return zip(twisted.make(folder.resolve("twisted")), "twisted.zip");
    }

    private Path forged(List<CustodyChain> chains) throws Exception {
        return zip(new HarbourPackage(chains).make(folder.resolve("forged")), "forged.zip");
    }

    private static void replace(Map<String, byte[]> files, String file, String old, String by) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        files.put(file, text.replace(old, by).getBytes(StandardCharsets.UTF_8));
    }

    private Path zip(MadeBag made, String name) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            made.writeZip(out);
        }
        return folder.resolve(name);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(unpacked)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> unpacked.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String verify(Path path) {
        return verify(path, Optional.empty());
    }

    private static String verify(Path path, Optional<Path> trust) {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            String[] words = trust.map(file -> new String[] {path.toString(), "--trust", file.toString()})
                    .orElse(new String[] {path.toString()});
            int exit = Verify.run(words, out, out);
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }
}

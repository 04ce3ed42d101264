package org.plumbline.engine.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Subtree;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

class KeyTest {
    private static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final Instant NOW = Instant.parse("2031-03-04T10:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void exampleOfTheSpecificationIsVerified() throws Exception {
        Note note = note("This is an example message.\n\n\u2014 example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        VerifierKey key = VerifierKey.parse(EXAMPLE);

        assertThat(key).hasToString(EXAMPLE);
        assertThat(note.verify(List.of(key))).containsExactly(new Verified(key, 0));
    }

    /** The key and note of the documentation of golang.org/x/mod/sumdb/note. */
    @Test
    void signerKeyOfGoSignsTheSameBytes() throws Exception {
        SignerKey key =
                SignerKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        String text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;

        assertThat(key.verifier()).hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(key.sign(text, NOW).line())
                .isEqualTo("\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqd"
                        + "ngotpRZb6KE6RyyBwJnAM=");
    }

    /** The seed, key and checkpoint of the witness tests of filippo.io/torchwood. */
    @Test
    void subtreeSignatureOfAnotherImplementationIsVerified() throws Exception {
        byte[] seed = HexFormat.of().parseHex("2886adc2b0eabfce67c0472939127998bf886cf256bfee8ba76a253fce1146e0");
        byte[] typed = ByteBuffer.allocate(33).put((byte) 6).put(seed).array();
        SignerKey signer = SignerKey.parse("PRIVATE+KEY+example.com/mldsa-log+b5df45c5+" + Strict.base64(typed));
        Note note = Note.parse(resource("mldsa-checkpoint.txt"));

        assertThat(signer.verifier().toString())
                .startsWith("example.com/mldsa-log+b5df45c5+BuhtcL97l3dcitjZ8Y9J54gmQ1TWn/BMF0yePKpTzhlFCkN6ouJDf");
        assertThat(note.verify(List.of(signer.verifier()))).containsExactly(new Verified(signer.verifier(), 0));
        signer.verifier()
                .verifySubtree(
                        "example.com/mldsa-log",
                        Subtree.whole(1),
                        new TreeHasher().leaf("testonly".getBytes(StandardCharsets.UTF_8)),
                        note.signatures().getFirst());
    }

    @Test
    void everyTypeSignsACheckpointAndIsReadBackFromItsText() throws Exception {
        for (KeyType type : KeyType.values()) {
            SignerKey key = SignerKey.generate("harbour.example/key", type, RANDOM);
            String text = Checkpoint.of("harbour.example/trail", Tree.EMPTY).text();

            NoteSignature signature = SignerKey.parse(key.secret()).sign(text, NOW);

            Verified verified = VerifierKey.parse(key.verifier().toString()).verify(text, signature);
            assertThat(verified.time()).isEqualTo(type == KeyType.ED25519 ? 0 : NOW.getEpochSecond());
            assertThat(key.toString()).isEqualTo(key.verifier().toString());
            String other = text.replace("trail", "trial");
            assertThat(Faults.of(() -> key.verifier().verify(other, signature))).isEqualTo(Fault.SIGNATURE_INVALID);
        }
    }

    @Test
    void onlyTheTimeThatWasSignedIsVerified() throws Exception {
        for (KeyType type : List.of(KeyType.COSIGNATURE_ED25519, KeyType.COSIGNATURE_ML_DSA_44)) {
            SignerKey key = SignerKey.generate("harbour.example/key", type, RANDOM);
            String text = Checkpoint.of("harbour.example/trail", Tree.EMPTY).text();
            byte[] payload = key.sign(text, NOW).payload();

            byte[] later = payload.clone();
            later[7] ^= 1;
            byte[] beyond = payload.clone();
            beyond[0] = -1;

            assertThat(Faults.of(() -> key.verifier().verify(text, NoteSignature.of(key.verifier(), later))))
                    .isEqualTo(Fault.SIGNATURE_INVALID);
            assertThat(Faults.of(() -> key.verifier().verify(text, NoteSignature.of(key.verifier(), beyond))))
                    .isEqualTo(Fault.COSIGNATURE_TIME);
            assertThat(Faults.of(() -> key.sign(text, Instant.EPOCH))).isEqualTo(Fault.COSIGNATURE_TIME);
        }
    }

    @Test
    void subtreeIsSignedByMlDsaAloneAndOnlyAsItIs() throws Exception {
        SignerKey key = SignerKey.generate("harbour.example/w", KeyType.COSIGNATURE_ML_DSA_44, RANDOM);
        SignerKey plain = SignerKey.generate("harbour.example/w", KeyType.COSIGNATURE_ED25519, RANDOM);
        Hash root = new TreeHasher().leaf(new byte[0]);
        Subtree subtree = Subtree.of(8, 13);

        NoteSignature signature = key.signSubtree("harbour.example/trail", subtree, root);

        assertThat(key.verifier()
                        .verifySubtree("harbour.example/trail", subtree, root, signature)
                        .time())
                .isZero();
        assertThat(Faults.of(() ->
                        key.verifier().verifySubtree("harbour.example/trail", Subtree.of(8, 12), root, signature)))
                .isEqualTo(Fault.SIGNATURE_INVALID);
        assertThat(Faults.of(() -> key.verifier().verifySubtree("harbour.example/other", subtree, root, signature)))
                .isEqualTo(Fault.SIGNATURE_INVALID);
        assertThat(Faults.of(() -> key.signSubtree("harbour.example/trail", Subtree.of(5, 5), root)))
                .isEqualTo(Fault.EMPTY_TREE_ROOT);
        assertThat(Faults.of(() -> key.signSubtree("x".repeat(256), subtree, root)))
                .isEqualTo(Fault.CHECKPOINT_ORIGIN);
        assertThat(Faults.of(() -> plain.signSubtree("harbour.example/trail", subtree, root)))
                .isEqualTo(Fault.KEY_USE);
        assertThat(Faults.of(() -> plain.verifier().verifySubtree("harbour.example/trail", subtree, root, signature)))
                .isEqualTo(Fault.KEY_USE);
    }

    @Test
    void extensionLinesAreNeitherSignedNorVerifiedWhereTheSignatureDoesNotCoverThem() throws Exception {
        SignerKey key = SignerKey.generate("harbour.example/w", KeyType.COSIGNATURE_ML_DSA_44, RANDOM);
        String text = Checkpoint.of("harbour.example/trail", Tree.EMPTY).text();
        NoteSignature signature = key.sign(text, NOW);

        assertThat(Faults.of(() -> key.sign(text + "more\n", NOW))).isEqualTo(Fault.EXTENSIONS_NOT_SIGNED);
        assertThat(Faults.of(() -> key.verifier().verify(text + "more\n", signature)))
                .isEqualTo(Fault.EXTENSIONS_NOT_SIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/foo, KEY_FORM",
        "example.com/foo+530d903a, KEY_FORM",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_NAME",
        "example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_NAME",
        "example\u00a0com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_NAME",
        "example\u2028com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_NAME",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_ID",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_ID",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2, NOT_BASE64",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l, KEY_ID",
        "example.com/foo+530d903a+, KEY_MATERIAL",
        "example.com/foo+530d903a+AQ==, KEY_MATERIAL",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_TYPE",
    })
    void verifierKeyOutOfFormIsRefused(String text, Fault fault) {
        assertThat(Faults.of(() -> VerifierKey.parse(text))).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz, KEY_FORM",
        "PRIVATE+KEY+PeterNeumann+c74f20a3, KEY_FORM",
        "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz, KEY_ID",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+, KEY_MATERIAL",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AQ==, KEY_MATERIAL",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+/w==, KEY_TYPE",
    })
    void signerKeyOutOfFormIsRefused(String text, Fault fault) {
        assertThat(Faults.of(() -> SignerKey.parse(text))).isEqualTo(fault);
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = KeyTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Note note(String text) throws Refused {
        return Note.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}

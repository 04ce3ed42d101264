package org.plumbline.engine.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

class NoteTest {
    private static final Instant NOW = Instant.parse("2031-03-04T10:00:00Z");
    private static final String SIGNATURE = "\u2014 harbour.example AAAAAQU=\n";
    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String OTHER_ROOT = "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=";

    @ParameterizedTest
    @CsvSource({
        "'', NOTE_WITHOUT_SIGNATURES",
        "'text\n', NOTE_WITHOUT_SIGNATURES",
        "'text\n\n', NOTE_WITHOUT_SIGNATURES",
        "'\n\n{s}', NOTE_WITHOUT_TEXT",
        "'text\n\n\u2014 harbour.example AAAAAQU=', NOT_TERMINATED",
        "'text\n\n{s}x\n', SIGNATURE_LINE",
        "'text\n\n- harbour.example AAAAAQU=\n', SIGNATURE_LINE",
        "'text\n\n\u2014 harbour.example\n', SIGNATURE_LINE",
        "'text\n\n\u2014  AAAAAQU=\n', KEY_NAME",
        "'text\n\n\u2014 har+bour AAAAAQU=\n', KEY_NAME",
        "'text\n\n\u2014 har\u2003bour AAAAAQU=\n', KEY_NAME",
        "'text\n\n\u2014 harbour.example  AAAAAQU=\n', NOT_BASE64",
        "'text\n\n\u2014 harbour.example AAAAAQU= \n', NOT_BASE64",
        "'text\n\n\u2014 harbour.example AAAAAQU\n', NOT_BASE64",
        "'text\n\n\u2014 harbour.example AAAAAQV=\n', NOT_BASE64",
        "'text\n\n\u2014 harbour.example AAAAAQ==\n', SIGNATURE_LENGTH",
        "'text\r\n\n{s}', CONTROL_CHARACTER",
        "'te\txt\n\n{s}', CONTROL_CHARACTER",
    })
    void noteOutOfFormIsRefused(String text, Fault fault) {
        byte[] bytes = text.replace("{s}", SIGNATURE).getBytes(StandardCharsets.UTF_8);

        assertThat(Faults.of(() -> Note.parse(bytes))).isEqualTo(fault);
    }

    @Test
    void noteOfOtherBytesOrTooManyIsRefused() {
        byte[] latin = ("na\u00efve\n\n" + SIGNATURE).getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogate = ("x\n\n" + SIGNATURE).getBytes(StandardCharsets.UTF_8);
        surrogate[0] = (byte) 0xed;
        byte[] crowd = ("text\n\n" + SIGNATURE.repeat(101)).getBytes(StandardCharsets.UTF_8);

        assertThat(Faults.of(() -> Note.parse(latin))).isEqualTo(Fault.NOT_UTF8);
        assertThat(Faults.of(() -> Note.parse(surrogate))).isEqualTo(Fault.NOT_UTF8);
        assertThat(Faults.of(() -> Note.parse(crowd))).isEqualTo(Fault.TOO_MANY_SIGNATURES);
        assertThat(Faults.of(() -> Note.parse(new byte[Note.MOST_BYTES + 1]))).isEqualTo(Fault.TOO_LONG);
    }

    @Test
    void textMayHoldBlankLines() throws Exception {
        Note note = note("one\n\ntwo\n\n" + SIGNATURE);

        assertThat(note.text()).isEqualTo("one\n\ntwo\n");
        assertThat(note).hasToString("one\n\ntwo\n\n" + SIGNATURE);
    }

    @Test
    void unknownKeysArePassedOverButAKnownOneMustVerify() throws Exception {
        SignerKey known = key("harbour.example");
        SignerKey namesake = key("harbour.example");
        Note foreign = new Note("text\n", List.of(namesake.sign("text\n", NOW)));
        Note both = foreign.with(List.of(known.sign("text\n", NOW)));
        Note broken = foreign.with(List.of(known.sign("test\n", NOW)));

        assertThat(both.verify(List.of(known.verifier()))).containsExactly(new Verified(known.verifier(), 0));
        assertThat(Faults.of(() -> foreign.verify(List.of(known.verifier())))).isEqualTo(Fault.SIGNATURE_MISSING);
        assertThat(Faults.of(() -> broken.verify(List.of(known.verifier(), namesake.verifier()))))
                .isEqualTo(Fault.SIGNATURE_INVALID);
    }

    @Test
    void signatureOfAnotherLengthIsRefused() throws Exception {
        VerifierKey key = key("harbour.example").verifier();
        Note note = new Note("text\n", List.of(NoteSignature.of(key, new byte[63])));

        assertThat(Faults.of(() -> note.verify(List.of(key)))).isEqualTo(Fault.SIGNATURE_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "'harbour\n1\n{o}', NOT_TERMINATED",
        "'harbour\n1\n', CHECKPOINT_LINES",
        "'\n1\n{o}\n', CHECKPOINT_LINES",
        "'harbour\n1\n{o}\n\n', CHECKPOINT_LINES",
        "'harbour\n01\n{o}\n', NOT_A_NUMBER",
        "'harbour\n-1\n{o}\n', NOT_A_NUMBER",
        "'harbour\n+1\n{o}\n', NOT_A_NUMBER",
        "'harbour\n\u0661\n{o}\n', NOT_A_NUMBER",
        "'harbour\n9223372036854775808\n{o}\n', NUMBER_TOO_LARGE",
        "'harbour\n99999999999999999999\n{o}\n', NUMBER_TOO_LARGE",
        "'harbour\n1\nAAAA\n', HASH_LENGTH",
        "'harbour\n1\n{o} \n', NOT_BASE64",
        "'harbour\n0\n{o}\n', EMPTY_TREE_ROOT",
    })
    void checkpointOutOfFormIsRefused(String text, Fault fault) {
        assertThat(Faults.of(() -> Checkpoint.parse(text.replace("{o}", OTHER_ROOT))))
                .isEqualTo(fault);
    }

    @Test
    void checkpointIsWrittenAsItWasRead() throws Exception {
        String text = "har bour\n9223372036854775807\n" + OTHER_ROOT + "\nan extension\n";

        Checkpoint checkpoint = Checkpoint.parse(text);

        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(checkpoint.extensions()).containsExactly("an extension");
        assertThat(checkpoint.tree()).isEqualTo(new Tree(Long.MAX_VALUE, Hash.parse(OTHER_ROOT)));
        assertThat(Checkpoint.parse("harbour\n0\n" + ROOT + "\n").tree()).isEqualTo(Tree.EMPTY);
        assertThat(Faults.of(() -> Checkpoint.of("two\nlines", Tree.EMPTY))).isEqualTo(Fault.CHECKPOINT_ORIGIN);
        assertThat(Faults.of(() -> Checkpoint.of("", Tree.EMPTY))).isEqualTo(Fault.CHECKPOINT_ORIGIN);
    }

    @Test
    void noBytesMakeReadingThrowAnythingElse() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seeded notes: -Dseed=" + seed);
        var random = new Random(seed);
        String alphabet = "\u2014\n\n\n +=Aa1/\u00a0\r\t";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(30);
            for (int c = 0; c < length; c++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            try {
                assertThat(Note.parse(bytes).bytes()).isEqualTo(bytes);
            } catch (Refused refused) {
                assertThat(refused.fault().code()).isNotEmpty();
            }
        }
    }

    private static SignerKey key(String name) throws Refused {
        return SignerKey.generate(name, KeyType.ED25519, new SecureRandom());
    }

    private static Note note(String text) throws Refused {
        return Note.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}

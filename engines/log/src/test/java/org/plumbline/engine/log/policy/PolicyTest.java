package org.plumbline.engine.log.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.Harbour;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Tree;

class PolicyTest {
    private static final SignerKey PRESS = Harbour.key("press.example/w", KeyType.COSIGNATURE_ED25519);
    private static final String THREE = """
            log {log}
            witness court {court}
            witness audit {audit} https://audit.example/
            witness press {press}
            """;

    @Test
    void groupsOfGroupsAskForTheirNumberOfWitnesses() throws Exception {
        Policy policy =
                policy(THREE + "group offices any court audit\ngroup all-of all offices press\nquorum all-of\n");

        assertThat(Faults.of(() -> policy.check(note(Harbour.LOG_KEY)))).isEqualTo(Fault.QUORUM_NOT_MET);
        assertThat(Faults.of(() -> policy.check(note(Harbour.LOG_KEY, Harbour.COURT, Harbour.AUDIT))))
                .isEqualTo(Fault.QUORUM_NOT_MET);
        assertThat(Faults.of(() -> policy.check(note(Harbour.LOG_KEY, PRESS)))).isEqualTo(Fault.QUORUM_NOT_MET);
        Policy.Accepted accepted = policy.check(note(Harbour.LOG_KEY, Harbour.COURT, PRESS));

        assertThat(accepted.log()).isEqualTo(Harbour.LOG_KEY.verifier());
        assertThat(accepted.checkpoint().tree()).isEqualTo(Tree.EMPTY);
        assertThat(accepted.cosignatures())
                .allSatisfy(each -> assertThat(each.time())
                        .isEqualTo(Harbour.CLOCK.instant().getEpochSecond()))
                .hasSize(2);
    }

    @Test
    void oneWitnessCountsOnceHoweverOftenItSigns() throws Exception {
        Policy policy = policy(THREE + "group two 2 court audit press\nquorum two\n");

        assertThat(Faults.of(() -> policy.check(note(Harbour.LOG_KEY, PRESS, PRESS, PRESS))))
                .isEqualTo(Fault.QUORUM_NOT_MET);
        assertThat(policy.check(note(Harbour.LOG_KEY, PRESS, Harbour.AUDIT)).cosignatures())
                .hasSize(2);
    }

    @Test
    void logMustHaveSignedUnderItsOwnOrigin() throws Exception {
        Policy policy = policy("log {log}\nlog {other}\nwitness court {court}\nquorum court\n");
        SignerKey other = Harbour.key("other.example", KeyType.ED25519);
        Policy both = Policy.parse(
                fill("log {log}\nlog " + other.verifier() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8));

        assertThat(Faults.of(() -> policy.check(note(Harbour.COURT)))).isEqualTo(Fault.LOG_SIGNATURE_MISSING);
        assertThat(Faults.of(() -> both.check(note(other)))).isEqualTo(Fault.SIGNATURE_MISSING);
        assertThat(Faults.of(() -> policy("quorum none\n").check(note(Harbour.LOG_KEY))))
                .isEqualTo(Fault.LOG_UNKNOWN);
        assertThat(both.check(note(Harbour.LOG_KEY)).cosignatures()).isEmpty();
    }

    @Test
    void brokenCosignatureOfAKnownWitnessRefusesTheWholeNote() throws Exception {
        Policy policy = policy("log {log}\nwitness court {court}\nquorum none\n");
        Note note = note(Harbour.LOG_KEY);
        NoteSignature broken =
                Harbour.COURT.sign(Checkpoint.of("other.example", Tree.EMPTY).text(), Harbour.CLOCK.instant());

        assertThat(Faults.of(() -> policy.check(note.with(List.of(broken))))).isEqualTo(Fault.SIGNATURE_INVALID);
    }

    @Test
    void spacesTabsCommentsAndForeignOctetsAreAllowed() throws Exception {
        Policy policy = policy(
                "# \u00e9t\u00e9\n\n \t\n  log\t{log}  \n\twitness k\u00f6nig {court} \n quorum   k\u00f6nig \n  # end\n");

        assertThat(policy.check(note(Harbour.LOG_KEY, Harbour.COURT)).cosignatures())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'log {log}\n', POLICY_QUORUM",
        "'quorum none\nquorum none\n', POLICY_QUORUM",
        "'quorum none', NOT_TERMINATED",
        "'quorum none\r\n', CONTROL_CHARACTER",
        "'quorum\n', POLICY_LINE",
        "'quorum none none\n', POLICY_LINE",
        "'log\nquorum none\n', POLICY_LINE",
        "'log {log} a b\nquorum none\n', POLICY_LINE",
        "'Log {log}\nquorum none\n', POLICY_LINE",
        "'witness court\nquorum none\n', POLICY_LINE",
        "'witness court {court} a b\nquorum none\n', POLICY_LINE",
        "'group g any\nquorum none\n', POLICY_LINE",
        "'log {log}\nlog {log} https://a.example\nquorum none\n', POLICY_KEY_TWICE",
        "'witness a {court}\nwitness b {court}\nquorum none\n', POLICY_KEY_TWICE",
        "'witness a {court}\nwitness a {audit}\nquorum none\n', POLICY_NAME_TAKEN",
        "'witness none {court}\nquorum none\n', POLICY_NAME_TAKEN",
        "'witness a {court}\ngroup a any a\nquorum none\n', POLICY_NAME_TAKEN",
        "'quorum a\nwitness a {court}\n', POLICY_NAME_UNKNOWN",
        "'group g any g\nquorum none\n', POLICY_NAME_UNKNOWN",
        "'group g any none\nquorum none\n', POLICY_NAME_UNKNOWN",
        "'witness a {court}\ngroup g any a a\nquorum g\n', POLICY_MEMBER_TWICE",
        "'witness a {court}\ngroup g any a\ngroup h any a\nquorum h\n', POLICY_MEMBER_TWICE",
        "'witness a {court}\ngroup g 0 a\nquorum g\n', POLICY_THRESHOLD",
        "'witness a {court}\ngroup g 2 a\nquorum g\n', POLICY_THRESHOLD",
        "'witness a {court}\ngroup g some a\nquorum g\n', NOT_A_NUMBER",
        "'log {audit}\nquorum none\n', KEY_USE",
        "'witness a {log}\nquorum none\n', KEY_USE",
        "'log {log}x\nquorum none\n', NOT_BASE64",
        "'', NOT_TERMINATED",
    })
    void policyOutOfFormIsRefused(String text, Fault fault) {
        assertThat(Faults.of(() -> policy(text))).isEqualTo(fault);
    }

    @Test
    void policyHasRoomForManyButNotForAnyNumber() throws Exception {
        var text = new StringBuilder("witness w {court}\n");
        String before = "w";
        for (int i = 0; i < 256; i++) {
            text.append("group g").append(i).append(" all ").append(before).append('\n');
            before = "g" + i;
        }
        String deep = text + "log {log}\nquorum " + before + "\n";

        assertThat(policy(deep).check(note(Harbour.LOG_KEY, Harbour.COURT)).cosignatures())
                .hasSize(1);
        assertThat(Faults.of(() -> policy(text + "group more any g255\nquorum more\n")))
                .isEqualTo(Fault.POLICY_TOO_LARGE);
    }

    private static Policy policy(String text) throws Refused {
        return Policy.parse(fill(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String fill(String text) {
        return text.replace("{log}", Harbour.LOG_KEY.toString())
                .replace("{other}", Harbour.LOG_ML_DSA.toString())
                .replace("{court}", Harbour.COURT.toString())
                .replace("{audit}", Harbour.AUDIT.toString())
                .replace("{press}", PRESS.toString());
    }

    private static Note note(SignerKey... keys) throws Refused {
        String text = Checkpoint.of(Harbour.ORIGIN, Tree.EMPTY).text();
        var signatures = new ArrayList<NoteSignature>();
        for (SignerKey key : keys) {
            signatures.add(key.sign(text, Harbour.CLOCK.instant()));
        }
        return new Note(text, signatures);
    }
}

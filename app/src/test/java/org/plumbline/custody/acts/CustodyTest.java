package org.plumbline.custody.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.access.Holds;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class CustodyTest extends HarbourCustody {
    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Holds holds;

    @Autowired
    private TransferHealth transfers;

    @Value("${plumbline.database.url}")
    private String url = "";

    @Test
    void aTransferIsTwoSignedActs() {
        Exhibit bag = bag("12.5");

        RecordedAct released =
                done(rita, bag, "transfer-out", Map.of("to", nuno.id().toString(), "reason", "To the laboratory"));

        assertThat(read(rita, bag.id()).state().transfer().map(t -> t.to().name()))
                .contains("Nuno Salt");
        assertThat(read(rita, bag.id()).state().custodian()).isEqualTo(rita.id().value());
        refused(ines, bag, "transfer-in", Map.of(), "custody-not-the-taker");
        refused(rita, bag, "seal", Map.of("seal", "A-17"), "custody-in-transfer");

        done(nuno, bag, "transfer-in", Map.of("condition", "dry"));

        ExhibitCustody now = read(nuno, bag.id());
        assertThat(now.state().custodian()).isEqualTo(nuno.id().value());
        assertThat(now.state().transfer()).isEmpty();
        assertThat(now.acts().getLast().act().deed())
                .isEqualTo(new Deed.TransferIn(
                        released.digest(),
                        new Deed.Found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("dry"))));
        assertThat(now.acts()).allSatisfy(CustodyTest::holds);
        assertThat(now.acts().getLast().signature()).isInstanceOf(Signature.Attested.class);
    }

    @Test
    void whatIsSealedIsNotAnalysedAndTheMessageSaysWhatToDo() {
        Exhibit bag = bag("12.5");
        done(rita, bag, "seal", Map.of("seal", "A-17"));

        assertThatThrownBy(() -> prepared(rita, bag, "analyse", Map.of("method", "infrared")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().arguments())
                                .containsEntry("number", bag.reference())
                                .containsEntry("seal", "A-17"));
        refused(
                rita,
                bag,
                "break-seal",
                Map.of("seal", "A-18", "intact", "true", "reason", "x"),
                "custody-seal-mismatch");

        done(rita, bag, "break-seal", Map.of("seal", "A-17", "intact", "true", "reason", "to weigh it"));
        done(rita, bag, "analyse", Map.of("method", "infrared"));
        refused(rita, bag, "seal", Map.of("seal", "A-18"), "custody-sealed-before");
        done(rita, bag, "reseal", Map.of("seal", "A-18"));

        assertThat(read(rita, bag.id()).state().seal()).contains("A-18");
    }

    @Test
    void partsAreExhibitsOfTheirOwnAndTheQuantityIsKept() {
        Exhibit bag = bag("12.5");

        RecordedAct split = done(rita, bag, "split", Map.of("parts", "0.5 sample one\n2 sample two"));

        assertThat(read(rita, bag.id()).state().quantity()).contains(new Quantity("10", "g"));
        List<Deed.Part> parts = ((Deed.Split) split.act().deed()).parts();
        ExhibitCustody part = read(rita, parts.getLast().exhibit());
        assertThat(part.exhibit().name()).isEqualTo("sample two");
        assertThat(part.exhibit().lineage().parent()).contains(bag.id());
        assertThat(part.state().quantity()).contains(new Quantity("2", "g"));
        refused(rita, bag, "split", Map.of("parts", "11 too much"), "input-invalid");

        done(rita, part.exhibit(), "merge-out", Map.of("into", bag.id().toString()));
        refused(rita, part.exhibit(), "seal", Map.of("seal", "A"), "custody-merged-away");
        done(rita, bag, "merge-in", Map.of());

        assertThat(read(rita, bag.id()).state().quantity()).contains(new Quantity("12", "g"));
        refused(rita, bag, "merge-in", Map.of(), "custody-not-conserved");
    }

    @Test
    void aDisposalNeedsAWitnessAndNoHold() {
        Exhibit bag = bag("12.5");
        Map<String, String> order = Map.of(
                "ending",
                "destroyed",
                "authority",
                "Order 12",
                "certificate",
                "C-7",
                "witness",
                nuno.id().toString());
        refusedForbidden(nuno, bag, order);
        Draft mine = prepared(ines, bag, "dispose", order);

        Draft waiting = sign(ines, bag, mine).draft();

        assertThat(read(ines, bag.id()).state().disposed()).isEmpty();
        assertThat(read(nuno, bag.id()).waiting()).extracting(Draft::id).containsExactly(waiting.id());
        assertThatThrownBy(() -> sign(ines, bag, waiting))
                .isInstanceOf(Refused.class)
                .hasMessage("absent");
        sign(nuno, bag, waiting);

        ExhibitCustody gone = read(rita, bag.id());
        assertThat(gone.state().disposed()).contains(Deed.Ending.DESTROYED);
        assertThat(gone.acts().getLast().witness()).isPresent();
        refused(rita, bag, "inspect", Map.of("note", "x"), "custody-disposed");
        done(rita, bag, "correct", Map.of("act", "1", "wrong", "Grey bag", "right", "Blue bag"));
    }

    @Test
    void whatAHoldCoversIsNotDisposedOfAlsoWhenItCameAfterTheActWasPutTogether() {
        Exhibit bag = bag("12.5");
        Exhibit other = bag("3");
        Map<String, String> order = Map.of(
                "ending",
                "destroyed",
                "authority",
                "Order 12",
                "certificate",
                "C-7",
                "witness",
                nuno.id().toString());
        Draft mine = prepared(ines, bag, "dispose", order);
        Map<String, String> hold =
                Map.of("covers", "exhibit:" + bag.id(), "authority", "District court 7 X 12", "why", "Proceedings");

        Acting.as(acting(ines), () -> holds.place(harbour, hold::get));

        assertThatThrownBy(() -> sign(ines, bag, mine)).hasMessage("hold-in-force");
        refused(ines, bag, "dispose", order, "hold-in-force");
        sign(
                nuno,
                other,
                sign(ines, other, prepared(ines, other, "dispose", order)).draft());
        assertThat(read(rita, other.id()).state().disposed()).isPresent();
        assertThat(read(rita, bag.id()).state().disposed()).isEmpty();
    }

    @Test
    void aReleaseThatNobodyTakesOverInTimeIsAnAlarm() throws Exception {
        Exhibit bag = bag("12.5");
        done(rita, bag, "transfer-out", Map.of("to", nuno.id().toString(), "reason", "To the laboratory"));
        long before = alarms();

        try (Connection records = TestPostgres.server().asSuperuser(url.replaceAll(".*/", ""));
                var late = records.prepareStatement("update custody.act set transfer_until = now() - interval '1 hour'"
                        + " where exhibit = ? and kind = 'transfer-out'")) {
            late.setObject(1, bag.id());
            late.executeUpdate();
        }

        assertThat(alarms()).isEqualTo(before + 1);
        done(nuno, bag, "transfer-in", Map.of("condition", "dry"));
        assertThat(alarms()).isEqualTo(before);
    }

    private long alarms() {
        return transfers.look().stream()
                .mapToLong(finding -> Long.parseLong(finding.facts().get("count")))
                .sum();
    }

    @Test
    void ofTwoActsAtOnceOneIsRecordedAndTheOtherLearnsOfIt() throws Exception {
        Exhibit bag = bag("12.5");
        Draft first = prepared(rita, bag, "exception", Map.of("what", "Dropped"));
        Draft second = prepared(nuno, bag, "exception", Map.of("what", "Seen to be dropped"));

        List<Callable<String>> both = List.of(() -> outcome(rita, bag, first), () -> outcome(nuno, bag, second));
        List<String> outcomes;
        try (var threads = Executors.newFixedThreadPool(2)) {
            outcomes = threads.invokeAll(both).stream()
                    .map(CustodyTest::result)
                    .sorted()
                    .toList();
        }

        assertThat(outcomes).containsExactly("custody-moved-on", "recorded");
        assertThat(kinds(read(rita, bag.id()))).containsExactly("collect", "exception");
        assertThat(outcome(rita, bag, first)).isIn("custody-signed-already", "custody-moved-on");
    }

    @Test
    void alteredContentIsNotHandedOverAndThatIsOnItsRecord() throws IOException {
        byte[] letter = "Dear harbour master".getBytes(StandardCharsets.UTF_8);
        Exhibit file = Acting.as(
                acting(rita),
                () -> exhibits.receive(
                        harbour, Received.of("letter.txt", Origin.UPLOAD), new ByteArrayInputStream(letter)));
        done(
                rita,
                file,
                "collect",
                Map.of("nature", "digital", "description", "A letter", "at", "2020-01-02", "clock", "document"));
        assertThat(read(rita, file.id()).acquisition().orElseThrow().act().late())
                .isTrue();
        done(rita, file, "copy", Map.of("method", "dd"));

        spoil();

        refused(rita, file, "copy", Map.of("method", "dd"), "custody-content-damaged");
        assertThat(kinds(read(rita, file.id()))).containsExactly("collect", "copy", "exception");
    }

    @Test
    void whoMayNotSeeItLearnsNothingAndWhoReadsDoesNothing() {
        Exhibit bag = bag("12.5");
        Member other = member(organisation(), "Vera Elsewhere", Role.INVESTIGATOR);

        refused(other, bag, "seal", Map.of("seal", "A-17"), "absent");
        refused(leo, bag, "seal", Map.of("seal", "A-17"), "standing-missing");
        assertThatThrownBy(() -> read(other, bag.id())).hasMessage("absent");
        assertThat(read(leo, bag.id()).custodian()).isEqualTo("Rita Vale");
        Draft mine = prepared(rita, bag, "seal", Map.of("seal", "A-17"));
        assertThatThrownBy(() -> sign(nuno, bag, mine)).hasMessage("absent");
    }

    private static void holds(RecordedAct act) {
        try {
            act.signed().check();
        } catch (Broken broken) {
            throw new AssertionError(broken);
        }
    }

    private void refusedForbidden(Member who, Exhibit bag, Map<String, String> order) {
        var other = new java.util.HashMap<>(order);
        other.put("witness", ines.id().toString());
        Draft draft = prepared(who, bag, "dispose", other);
        assertThatThrownBy(() -> sign(who, bag, draft)).hasMessage("standing-missing");
    }

    private void refused(Member who, Exhibit bag, String kind, Map<String, String> fields, String code) {
        assertThatThrownBy(() -> prepared(who, bag, kind, fields))
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    private String outcome(Member who, Exhibit bag, Draft draft) {
        try {
            sign(who, bag, draft);
            return "recorded";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static String result(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Changes the last byte of the only object that the case has in the vault. */
    private void spoil() throws IOException {
        Path object = onlyObject();
        byte[] bytes = Files.readAllBytes(object);
        bytes[bytes.length - 1] ^= 1;
        Files.write(object, bytes);
    }

    private Path onlyObject() throws IOException {
        Path folder = data.toAbsolutePath().resolve("vault").resolve(harbour.toString());
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> objects = files.filter(Files::isRegularFile).toList();
            assertThat(objects).hasSize(1);
            return objects.getFirst();
        }
    }
}

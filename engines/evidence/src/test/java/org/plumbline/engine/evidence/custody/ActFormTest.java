package org.plumbline.engine.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical text of acts and receipts, and the rules that need two chains or another time. */
class ActFormTest {
    private final Chain bag = Chain.of(Harbour.thing());

    @Test
    void anActIsTheTextThatTheFormSays() throws Broken {
        Act act = Harbour.next(bag, Harbour.RITA, new Deed.Seal("A-17", Optional.empty()));

        assertThat(new String(act.canonical(), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":{\"clock\":\"server\",\"text\":\"2031-03-14T10:00:00.123456Z\"},"
                        + "\"by\":\"01970000-0000-7000-8000-0000000000a1\",\"by_name\":\"Rita Vale\","
                        + "\"case\":\"01970000-0000-7000-8000-000000000002\",\"case_number\":\"2031-0007\","
                        + "\"details\":{\"seal\":\"A-17\"},\"exhibit\":\"01970000-0000-7000-8000-000000000007\","
                        + "\"format\":\"plumbline.org/custody-act@v1\",\"id\":\"01970000-0000-7000-8000-000000001000\","
                        + "\"kind\":\"seal\",\"number\":\"E0007\","
                        + "\"organisation\":\"01970000-0000-7000-8000-000000000001\","
                        + "\"prepared_at\":\"2031-03-14T10:00:00.123456Z\",\"previous\":\""
                        + Harbour.thing().digest() + "\",\"sequence\":1}");
        assertThat(Act.read(act.canonical())).isEqualTo(act);
        assertThat(Receipt.read(Harbour.thing().canonical())).isEqualTo(Harbour.thing());
        assertThat(Receipt.read(Harbour.file().canonical())).isEqualTo(Harbour.file());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"seal\":\"A-17\"', '\"seal\":\"A-17\",\"zeal\":\"x\"', zeal",
        "'\"seal\":\"A-17\"', '\"seal\":\" \"', seal",
        "'\"kind\":\"seal\"', '\"kind\":\"steal\"', kind",
        "'\"sequence\":1', '\"sequence\":0', sequence",
        "'-act@v1', '-act@v2', format",
        "'2031-03-14T10:00:00.123456Z\"}', '2031-02-30\"}', at"
    })
    void anotherTextIsRefusedWithItsField(String from, String to, String field) {
        String text = new String(
                Harbour.next(bag, Harbour.RITA, new Deed.Seal("A-17", Optional.empty()))
                        .canonical(),
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Act.read(text.replace(from, to).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Broken.class, broken -> {
                    assertThat(broken.rule()).isEqualTo(Rule.FORM);
                    assertThat(broken.facts()).containsEntry("field", field);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-13T09:59:59Z, 0, true",
        "2031-03-13T10:00:01Z, 0, false",
        "2031-03-13T10:00:01Z, 5, true",
        "2031-03-12, 0, false",
        "2031-03-11, 0, true",
        "2031-03, 0, false",
        "2030, 0, true"
    })
    void anActIsLateADayAfterItsEnd(String at, long offset, boolean late) {
        var time = new EventTime(at, EventTime.Clock.WATCH, Optional.of(offset));

        assertThat(time.late(Instant.parse("2031-03-14T10:00:00Z"))).isEqualTo(late);
    }

    @Test
    void whatIsStillToComeIsNoAct() {
        Act now = Harbour.next(bag, Harbour.RITA, new Deed.Seal("A-17", Optional.empty()));
        var tomorrow = new EventTime("2031-03-15T10:00:00Z", EventTime.Clock.DEVICE, Optional.empty());

        refused(bag, with(now, tomorrow, now.previous(), 1), Rule.IN_THE_FUTURE);
        refused(bag, with(now, now.at(), Harbour.file().digest(), 1), Rule.PREVIOUS);
        refused(bag, with(now, now.at(), now.previous(), 2), Rule.SEQUENCE);
        refused(Chain.of(other()), now, Rule.OTHER_EXHIBIT);
    }

    @Test
    void contentIsHashedAtHandOver() throws Broken {
        Chain file = Chain.of(Harbour.file());
        Act copied = Harbour.next(file, Harbour.NUNO, copy(Optional.of("ab".repeat(32))));

        assertThat(file.with(copied).length()).isEqualTo(1);
        refused(file, Harbour.next(file, Harbour.NUNO, copy(Optional.of("cd".repeat(32)))), Rule.DIGEST_MISMATCH);
        refused(file, Harbour.next(file, Harbour.NUNO, copy(Optional.empty())), Rule.DIGEST_MISSING);
        refused(bag, Harbour.next(bag, Harbour.RITA, copy(Optional.of("ab".repeat(32)))), Rule.DIGEST_UNEXPECTED);
    }

    @Test
    void whatGoesIntoAnotherIsAllOfItAndThatIsMore() throws Broken {
        Act given =
                Harbour.next(bag, Harbour.RITA, new Deed.MergeOut(new UUID(1, 1), "E0008", new Quantity("12.5", "g")));
        Chain empty = bag.with(given);

        assertThat(empty.custody().quantity()).contains(new Quantity("0", "g"));
        refused(empty, Harbour.next(empty, Harbour.RITA, new Deed.Seal("A", Optional.empty())), Rule.MERGED_AWAY);
        assertThat(bag.with(Harbour.next(bag, Harbour.RITA, taken("2", "14.5")))
                        .custody()
                        .quantity())
                .contains(new Quantity("14.5", "g"));
        refused(bag, Harbour.next(bag, Harbour.RITA, taken("2", "14")), Rule.NOT_CONSERVED);
        refused(
                bag,
                Harbour.next(bag, Harbour.RITA, new Deed.MergeOut(new UUID(1, 1), "E0008", new Quantity("12", "g"))),
                Rule.NOT_CONSERVED);
        refused(
                bag,
                Harbour.next(bag, Harbour.RITA, new Deed.MergeOut(Harbour.EXHIBIT, "E0007", new Quantity("12.5", "g"))),
                Rule.NAMED_TWICE);
    }

    @Test
    void aSupervisorReleasesForACustodianWhoCannot() throws Broken {
        Instant until = Harbour.RECEIVED.plusSeconds(86_400);
        var gone = new Deed.TransferOut(Harbour.NUNO, until, "new hands", Optional.of("Rita Vale has left"));

        Chain released = bag.with(Harbour.next(bag, Harbour.INES, gone));

        assertThat(released.custody().transfer().orElseThrow().from()).isEqualTo(Harbour.RITA.id());
    }

    private static Deed taken(String quantity, String total) {
        return new Deed.MergeIn(
                List.of(new Deed.Source(new UUID(1, 2), "E0009", Harbour.file().digest(), new Quantity(quantity, "g"))),
                new Quantity(total, "g"));
    }

    private static Deed copy(Optional<String> sha256) {
        return new Deed.Copy(Harbour.by("dd"), sha256, Optional.empty());
    }

    private static Act with(Act act, EventTime at, ActDigest previous, int sequence) {
        return new Act(
                act.id(),
                act.organisation(),
                act.caseId(),
                act.caseNumber(),
                act.exhibit(),
                act.number(),
                sequence,
                previous,
                at,
                act.preparedAt(),
                act.by(),
                act.deed());
    }

    private static Receipt other() {
        Receipt r = Harbour.thing();
        return new Receipt(
                new UUID(3, 3),
                r.organisation(),
                r.caseId(),
                r.number(),
                r.name(),
                r.origin(),
                r.parent(),
                r.root(),
                r.sha256(),
                r.bytes(),
                r.quantity(),
                r.recordedAt(),
                r.recordedBy());
    }

    private static void refused(Chain chain, Act act, Rule rule) {
        assertThatThrownBy(() -> chain.with(act))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}

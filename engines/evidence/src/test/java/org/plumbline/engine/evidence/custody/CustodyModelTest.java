package org.plumbline.engine.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random sequences of acts by three people, each step compared with a reference model. */
class CustodyModelTest {
    private static final int STEPS = 400;
    private static final List<String> KINDS = List.of(
            "collect",
            "seal",
            "inspect",
            "break-seal",
            "reseal",
            "transfer-out",
            "transfer-in",
            "transfer-in",
            "check-out",
            "check-in",
            "move",
            "copy",
            "analyse",
            "split",
            "exception",
            "correct");

    static LongStream seeds() {
        return LongStream.range(1, 101);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepIsTakenOrRefusedAsTheModelSays(long seed) throws Broken {
        var random = new Random(seed);
        var model = new ReferenceModel();
        Chain chain = Chain.of(Harbour.thing());
        var acts = new ArrayList<Act>();

        for (int step = 0; step < STEPS; step++) {
            String kind = random.nextInt(300) == 0 ? "dispose" : KINDS.get(random.nextInt(KINDS.size()));
            Person who = Harbour.PEOPLE.get(random.nextInt(3));
            String said = said(kind, random, model);
            int number = 1 + random.nextInt(3);
            Act act = Harbour.next(chain, who, deed(kind, said, number, chain, acts));

            String expected = model.step(kind, who.name(), said, acts.isEmpty() && kind.equals("correct") ? 0 : number);
            String found = "";
            try {
                chain = chain.with(act);
                acts.add(act);
            } catch (Broken broken) {
                found = broken.rule().code();
            }

            assertThat(found)
                    .as("seed %d step %d: %s by %s saying %s", seed, step, kind, who.name(), said)
                    .isEqualTo(expected);
            same(chain.custody(), model);
        }
        same(Chain.replay(Harbour.thing(), read(acts)).custody(), model);
    }

    private static List<Act> read(List<Act> acts) throws Broken {
        var again = new ArrayList<Act>();
        for (Act act : acts) {
            again.add(Act.read(act.canonical()));
        }
        return again;
    }

    private static void same(Custody found, ReferenceModel model) {
        Map<UUID, String> names = new HashMap<>();
        Harbour.PEOPLE.forEach(p -> names.put(p.id(), p.name()));
        assertThat(names.get(found.custodian())).isEqualTo(model.custodian);
        assertThat(found.seal().orElse("")).isEqualTo(model.seal);
        assertThat(found.transfer().map(t -> t.to().name()).orElse("")).isEqualTo(model.taker);
        assertThat(found.out().map(Custody.Out::toName).orElse("")).isEqualTo(model.outTo);
        assertThat(found.place().map(Place::code).orElse("P0")).isEqualTo("P" + model.place);
        assertThat(found.quantity().orElseThrow().number()).isEqualByComparingTo(model.grams);
        assertThat(found.disposed().isPresent()).isEqualTo(model.gone);
    }

    private static String said(String kind, Random random, ReferenceModel model) {
        return switch (kind) {
            case "seal", "reseal" -> "S" + random.nextInt(40);
            case "break-seal", "transfer-in", "check-in" ->
                switch (random.nextInt(5)) {
                    case 0 -> kind.equals("break-seal") ? "S99" : "";
                    case 1 -> "S99";
                    default -> kind.equals("break-seal") && model.seal.isEmpty() ? "S1" : model.seal;
                };
            case "transfer-out", "check-out", "dispose" ->
                Harbour.PEOPLE.get(random.nextInt(3)).name();
            default -> "";
        };
    }

    private static Deed deed(String kind, String said, int number, Chain chain, List<Act> acts) {
        Optional<String> none = Optional.empty();
        return switch (Kind.ofCode(kind).orElseThrow()) {
            case COLLECT -> new Deed.Collect(bag());
            case SEAL -> new Deed.Seal(said, none);
            case INSPECT -> new Deed.Inspect(Optional.empty(), Optional.of("dry"), none);
            case BREAK_SEAL -> new Deed.BreakSeal(said, true, "to weigh it");
            case RESEAL -> new Deed.Reseal(said, Optional.of("paper bag"));
            case TRANSFER_OUT ->
                new Deed.TransferOut(
                        person(said),
                        Harbour.next(chain, Harbour.RITA, bare()).preparedAt().plusSeconds(60),
                        "shift",
                        none);
            case TRANSFER_IN ->
                new Deed.TransferIn(
                        chain.custody()
                                .transfer()
                                .map(Custody.Transfer::release)
                                .orElseGet(chain::last),
                        Harbour.found(said));
            case CHECK_OUT ->
                new Deed.CheckOut(
                        Optional.of(person(said).id()),
                        said,
                        Harbour.next(chain, Harbour.RITA, bare()).preparedAt().plusSeconds(60),
                        "court");
            case CHECK_IN -> new Deed.CheckIn(Harbour.found(said));
            case MOVE -> new Deed.Move(Harbour.place(number), none);
            case COPY -> new Deed.Copy(Harbour.by("photograph"), none, Optional.empty());
            case ANALYSE -> new Deed.Analyse(Harbour.by("infrared"), Optional.of("salt"));
            case SPLIT -> split(number, chain);
            case EXCEPTION -> new Deed.Incident("dropped", none);
            case CORRECT ->
                new Deed.Correct(
                        acts.isEmpty()
                                ? chain.last()
                                : acts.get(number % acts.size()).digest(),
                        "dry",
                        "damp");
            case DISPOSE -> new Deed.Dispose(Deed.Ending.DESTROYED, "order 12", "C-7", person(said), none);
            case MERGE_OUT, MERGE_IN -> throw new IllegalArgumentException(kind);
        };
    }

    private static Deed split(int number, Chain chain) {
        BigDecimal left = chain.custody().quantity().orElseThrow().number().subtract(new BigDecimal("0.5"));
        BigDecimal told = number % 2 == 0 ? left.max(BigDecimal.ZERO).add(BigDecimal.ONE) : left.max(BigDecimal.ZERO);
        return new Deed.Split(
                List.of(new Deed.Part(new UUID(9, chain.length()), "sample", new Quantity("0.5", "g"))),
                Quantity.of(told, "g"));
    }

    private static Deed bare() {
        return new Deed.Incident("-", Optional.empty());
    }

    private static Person person(String name) {
        return Harbour.PEOPLE.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Acquisition bag() {
        Optional<String> none = Optional.empty();
        return new Acquisition(
                Acquisition.Nature.PHYSICAL,
                "Grey bag",
                none,
                none,
                none,
                none,
                Optional.empty(),
                none,
                List.of(),
                Optional.of(new Acquisition.Authority("warrant", "W 12/31", Optional.of("2031-03-01"), none)),
                Optional.of("the harbour master"),
                none,
                none,
                Optional.of(Harbour.by("by hand")),
                Optional.empty());
    }
}

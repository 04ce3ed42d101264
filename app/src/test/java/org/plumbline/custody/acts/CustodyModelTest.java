package org.plumbline.custody.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Refused;

/** Random sequences of acts by three people through the door, each step compared with a reference model. */
class CustodyModelTest extends HarbourCustody {
    private static final int STEPS = 60;
    private static final List<String> KINDS = List.of(
            "seal",
            "inspect",
            "break-seal",
            "reseal",
            "transfer-out",
            "transfer-in",
            "transfer-in",
            "check-out",
            "check-in",
            "copy",
            "analyse",
            "exception",
            "collect");

    @ParameterizedTest
    @ValueSource(longs = {2031, 7, 42})
    void everyStepIsTakenOrRefusedAsTheModelSays(long seed) {
        var random = new Random(seed);
        var model = new ReferenceModel();
        Exhibit bag = bag("12.5");
        model.step("collect", "Rita Vale", "", 1);
        List<Member> people = List.of(rita, nuno, ines);

        for (int step = 0; step < STEPS; step++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            Member who = people.get(random.nextInt(3));
            String said = said(kind, random, model);

            String expected = model.step(kind, who.name(), said, 1);
            String found = outcome(who, bag, kind, said);

            assertThat(found)
                    .as("seed %d step %d: %s by %s saying %s", seed, step, kind, who.name(), said)
                    .isEqualTo(expected.isEmpty() ? "" : "custody-" + expected);
            same(read(rita, bag.id()).state(), read(rita, bag.id()).custodian(), model);
        }
    }

    private String outcome(Member who, Exhibit bag, String kind, String said) {
        try {
            done(who, bag, kind, details(kind, said));
            return "";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static void same(Custody found, String custodian, ReferenceModel model) {
        assertThat(custodian).isEqualTo(model.custodian);
        assertThat(found.seal().orElse("")).isEqualTo(model.seal);
        assertThat(found.transfer().map(t -> t.to().name()).orElse("")).isEqualTo(model.taker);
        assertThat(found.out().map(Custody.Out::toName).orElse("")).isEqualTo(model.outTo);
    }

    private static String said(String kind, Random random, ReferenceModel model) {
        return switch (kind) {
            case "seal", "reseal" -> "S" + random.nextInt(20);
            case "break-seal" -> model.seal.isEmpty() || random.nextInt(4) == 0 ? "S99" : model.seal;
            case "transfer-in", "check-in" -> random.nextInt(4) == 0 ? "S99" : model.seal;
            case "transfer-out", "check-out" ->
                List.of("Rita Vale", "Nuno Salt", "Ines Quay").get(random.nextInt(3));
            default -> "";
        };
    }

    private Map<String, String> details(String kind, String said) {
        return switch (kind) {
            case "seal", "reseal", "transfer-in", "check-in" -> fields("seal", said);
            case "break-seal" -> fields("seal", said, "intact", "true", "reason", "to weigh it");
            case "transfer-out" -> fields("to", id(said), "reason", "shift");
            case "check-out" -> fields("to", id(said), "until", "2027-01-31", "purpose", "court");
            case "copy", "analyse" -> fields("method", "by hand");
            case "exception" -> fields("what", "Dropped");
            case "collect" -> fields("nature", "physical", "description", "Grey bag");
            default -> fields("note", "dry");
        };
    }

    private String id(String name) {
        return List.of(rita, nuno, ines).stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }
}

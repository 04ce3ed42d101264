package org.plumbline.custody.acts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.plumbline.access.Standing;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.Team;
import org.plumbline.custody.Exhibit;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Case Harbour with Rita, who leads it, Nuno, who works in it, Ines, who supervises it, and Leo, who reads it. */
abstract class HarbourCustody extends ApplicationTest {
    @Autowired
    protected Custodies custodies;

    @Autowired
    private Cases cases;

    @Autowired
    private Team team;

    protected Organisation office;
    protected Member rita;
    protected Member nuno;
    protected Member ines;
    protected Member leo;
    protected CaseId harbour;

    @BeforeEach
    void aCase() {
        office = organisation();
        rita = member(office, "Rita Vale", Role.INVESTIGATOR);
        nuno = member(office, "Nuno Salt", Role.INVESTIGATOR);
        ines = member(office, "Ines Quay", Role.SUPERVISOR);
        leo = member(office, "Leo Pier", Role.INVESTIGATOR);
        CaseFile file = Acting.as(acting(rita), () -> cases.open(opening()));
        harbour = file.id();
        Acting.as(acting(rita), () -> {
            team.grant(harbour, nuno.id(), Standing.INVESTIGATOR, "works");
            team.grant(harbour, ines.id(), Standing.SUPERVISOR, "supervises");
            team.grant(harbour, leo.id(), Standing.READER, "reads");
            return file;
        });
    }

    private static OpenCase opening() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Harbours Act",
                "HA 12",
                "Inquiry into the quay",
                today.minusDays(30),
                today.plusDays(60),
                Optional.empty());
    }

    /** A thing that Rita took in, with this much of it. */
    protected Exhibit bag(String grams) {
        Exhibit bag = Acting.as(acting(rita), () -> custodies.register(harbour, "Grey bag", Optional.empty()));
        done(
                rita,
                bag,
                "collect",
                Map.of("nature", "physical", "description", "Grey bag", "quantity", grams, "unit", "g"));
        return bag;
    }

    /** Puts an act together and signs it. */
    protected RecordedAct done(Member who, Exhibit exhibit, String kind, Map<String, String> fields) {
        return sign(who, exhibit, prepared(who, exhibit, kind, fields))
                .recorded()
                .orElseThrow();
    }

    protected Draft prepared(Member who, Exhibit exhibit, String kind, Map<String, String> fields) {
        return Acting.as(
                acting(who),
                () -> custodies
                        .prepare(harbour, exhibit.id(), kind, fields::get)
                        .draft());
    }

    protected Custodies.Signed sign(Member who, Exhibit exhibit, Draft draft) {
        return Acting.as(
                acting(who), () -> custodies.sign(harbour, exhibit.id(), draft.id(), new SignedWith.Attested()));
    }

    protected ExhibitCustody read(Member who, UUID exhibit) {
        return Acting.as(acting(who), () -> custodies.read(harbour, exhibit));
    }

    protected static Map<String, String> fields(String... pairs) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    protected static List<String> kinds(ExhibitCustody custody) {
        return custody.acts().stream().map(a -> a.act().kind().code()).toList();
    }
}

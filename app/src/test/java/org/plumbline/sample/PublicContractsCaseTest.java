package org.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Journal;
import org.plumbline.cases.TaskList;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityFilter;
import org.plumbline.entities.EntityReading;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.Sources;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class PublicContractsCaseTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Journal journal;

    @Autowired
    private TaskList tasks;

    @Autowired
    private Sources sources;

    @Autowired
    private Entities entities;

    @Autowired
    private java.time.Clock clock;

    @Test
    void theDossierLoadsOnceWithEveryFactAndEveryAmount() {
        var office = organisation();
        Member mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        Member dov = member(office, "Dov Halloran-Pike", Role.SUPERVISOR);
        var sample = new SampleCases(
                cases, List.of(new PublicContractsCase(cases, journal, tasks, sources, entities, clock)));
        Acting acting = acting(mara);
        long start = System.nanoTime();

        Acting.as(acting, () -> {
            sample.loadOnce(Map.of("investigator", mara, "supervisor", dov));
            return true;
        });
        System.out.println("sample loaded in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        Acting.as(acting, () -> {
            sample.loadOnce(Map.of("investigator", mara, "supervisor", dov));
            return true;
        });

        List<CaseFile> files = Acting.as(acting, () -> cases.list(PublicContractsCase.TITLE, Optional.empty(), 5));
        assertThat(files).hasSize(1);
        var id = files.getFirst().id();
        List<EntityRecord> awards = Acting.as(
                acting, () -> entities.list(id, new EntityFilter("ContractAward", ""), Optional.empty(), 100));
        List<EntityRecord> links =
                Acting.as(acting, () -> entities.list(id, new EntityFilter("UnknownLink", ""), Optional.empty(), 100));
        // F01 to F04, F06 with F07, F08 to F23, F31 to F33.
        assertThat(awards).hasSize(24);
        List<String> amounts = awards.stream()
                .flatMap(a -> read(acting, id, a).view().orElseThrow().values("amount").stream())
                .map(v -> v.value())
                .toList();
        assertThat(amounts)
                .containsExactlyInAnyOrder(
                        "53000000",
                        "39000000",
                        "30000000",
                        "19400000",
                        "75000000",
                        "39000000",
                        "22000000",
                        "18000000",
                        "2400000",
                        "200000",
                        "148500000",
                        "836000",
                        "48000000",
                        "6400000",
                        "13000000",
                        "13000000",
                        "10000000");
        // Parts in contracts (7), the sole source named (1), stakes (4), hosting, authorisations (2), supplies (4),
        // who commissioned (3) and researched (1) the report.
        assertThat(links.size())
                .isGreaterThanOrEqualTo(IntStream.of(1, 4, 1, 2, 4, 3, 1).sum());
        assertThat(awards.stream()
                        .map(a -> read(acting, id, a).view().orElseThrow().values("amount"))
                        .filter(v -> v.stream().anyMatch(one -> one.value().equals("19400000"))))
                .singleElement()
                .satisfies(v -> assertThat(v.getFirst().qualifiers()).containsExactly("reported", "approximate"));
        UUID told = awards.stream()
                .filter(a -> read(acting, id, a).view().orElseThrow().values("amount").stream()
                        .anyMatch(v -> v.value().equals("19400000")))
                .findFirst()
                .orElseThrow()
                .id();
        var page = browser(mara).get("/cases/" + id + "/entities/" + told).page();
        assertThat(page.select(".pl-conflict__side")).hasSize(2);
    }

    private EntityReading read(Acting acting, org.plumbline.kernel.CaseId id, EntityRecord entity) {
        return Acting.as(acting, () -> entities.read(id, entity.id(), Optional.empty()));
    }
}

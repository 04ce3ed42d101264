package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.plumbline.documents.Harbour.files;
import static org.plumbline.documents.Harbour.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.documents.extract.OutsideTool;
import org.plumbline.documents.extract.Rar5Made;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.watching.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** What a program of this machine's own read is named wherever a reading is. */
class OutsideReadingsTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Readings readings;

    @Autowired
    private ExtractorPool pool;

    @Autowired
    private ReadingHealth health;

    @Test
    void theLedgerAndTheRecordNameTheProgramThatReadAnArchive() {
        assumeTrue(there(), "bsdtar is not on this machine");
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseId harbour = as(mara, () -> cases.open(Harbour.opening()).id());

        var summary = as(
                mara,
                () -> Harbour.ingest(
                        ingestions, harbour, files("berths.rar", Rar5Made.of("quay.txt", "Berth 4 was paid twice"))));

        List<Item> items = as(
                mara,
                () -> ingestions.items(harbour, summary.ingestion().id(), Optional.empty(), Optional.empty(), 100));
        Item archive = item(items, "berths.rar");
        assertThat(archive.state()).isEqualTo(ItemState.CONTAINER);
        assertThat(archive.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("read-with");
            assertThat(reason.arguments().get("program")).matches("bsdtar [0-9.]+");
        });
        assertThat(items)
                .filteredOn(each -> each.path().contains("quay.txt"))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.state()).isEqualTo(ItemState.INDEXED);
                    assertThat(member.reasons()).isEmpty();
                });
        var time = as(mara, () -> readings.history(harbour, archive.document().orElseThrow()))
                .times()
                .getFirst();
        assertThat(time.tools()).contains(", bsdtar ");
        assertThat(browser(mara)
                        .get("/cases/" + harbour + "/ingestions/"
                                + summary.ingestion().id())
                        .page()
                        .text())
                .contains("Read with bsdtar ");
    }

    @Test
    void theHealthPageSaysWhetherTheProgramsAreThere() {
        Finding found = health.look().stream()
                .filter(each -> each.part().equals("outside-tools"))
                .findFirst()
                .orElseThrow();

        List<OutsideTool> installed =
                pool.outside().stream().map(each -> each.tool()).toList();
        boolean all = installed.size() == OutsideTool.values().length;
        assertThat(found.code()).isEqualTo(all ? "there" : "absent");
        for (OutsideTool tool : OutsideTool.values()) {
            Map<String, String> said = found.facts();
            assertThat(said.getOrDefault("programs", "").contains(tool.program()))
                    .isEqualTo(all);
            assertThat(said.getOrDefault("absent", "").contains(tool.program())).isEqualTo(!installed.contains(tool));
        }
    }

    private boolean there() {
        return pool.outside().stream().anyMatch(each -> each.tool() == OutsideTool.BSDTAR);
    }

    private <T> T as(Member member, Supplier<T> act) {
        return Acting.as(acting(member), act);
    }
}

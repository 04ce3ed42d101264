package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.vault.Vault;
import org.plumbline.documents.extract.Wanted;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.watching.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Where all walls have to stand and can't, nothing is read and nothing is lost. No machine starts a reader of the size
 * set here.
 */
@TestPropertySource(properties = {"plumbline.documents.sandbox=full", "plumbline.documents.memory=999999GB"})
class ReadingStopTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private IngestJob job;

    @Autowired
    private ReadingHealth health;

    @Autowired
    private Looks looks;

    @Autowired
    private Vault vault;

    @Test
    void filesWaitAndThePagesSayWhichWallsAreMissing() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseId harbour =
                Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();

        Ingestion handed = handed(mara, harbour);

        assertThat(job.ready()).isFalse();
        assertThat(Acting.as(
                        acting(mara),
                        () -> ingestions.items(harbour, handed.id(), Optional.empty(), Optional.empty(), 10)))
                .extracting(Item::state)
                .containsExactly(ItemState.WAITING);
        assertThat(browser(mara)
                        .get("/cases/" + harbour + "/ingestions/" + handed.id())
                        .body())
                .contains("no file is read until all walls around readers stand")
                .contains("no-privilege");
        assertThat(health.look().getFirst())
                .extracting(Finding::state, Finding::code)
                .containsExactly(Finding.State.FAILING, "stopped");
    }

    @Test
    void nothingOfAFileIsShownToAnybodyEither() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseId harbour =
                Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();
        Ingestion handed = handed(mara, harbour);
        Item quay = Acting.as(
                        acting(mara),
                        () -> ingestions.items(harbour, handed.id(), Optional.empty(), Optional.empty(), 10))
                .getFirst();

        for (Wanted wanted : List.of(new Wanted.PagePicture(1, 100), new Wanted.TableRows(1, 1, 10))) {
            List<String> said = looks.at(
                    vault.open(harbour, quay.digest().orElseThrow()),
                    "quay.txt",
                    wanted,
                    given -> List.of("given"),
                    why -> List.of(why.code()));

            assertThat(said).containsExactly("look-without-walls");
        }
    }

    private Ingestion handed(Member mara, CaseId harbour) {
        return Acting.as(acting(mara), () -> {
            Ingestion begun = ingestions.begin(harbour, "Harbour mail", Optional.of(1), Optional.empty());
            ingestions.add(
                    harbour,
                    begun.id(),
                    Received.of("quay.txt", Origin.COMMAND),
                    new ByteArrayInputStream("The quay".getBytes(StandardCharsets.UTF_8)));
            return ingestions.complete(harbour, begun.id());
        });
    }
}

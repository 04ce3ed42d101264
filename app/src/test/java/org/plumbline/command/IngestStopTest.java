package org.plumbline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.documents.Harbour;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Item;
import org.plumbline.documents.ItemState;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** On a server that reads nothing the command doesn't wait for ever, and nothing is lost. */
@TestPropertySource(properties = {"plumbline.documents.sandbox=full", "plumbline.documents.memory=999999GB"})
class IngestStopTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @TempDir
    private Path folder;

    @Test
    void itEndsByNamingTheMissingWallsAndTheFilesWait() throws IOException {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseFile harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()));
        Files.writeString(folder.resolve("plan.txt"), "The quay plan.");
        var err = new ByteArrayOutputStream();

        int exit = new Ingest(print(new ByteArrayOutputStream()), print(err), false)
                .run(
                        new String[] {
                            "--case",
                            harbour.number(),
                            "--purpose",
                            "Contract reconciliation",
                            "--server",
                            "http://127.0.0.1:" + port,
                            folder.toString()
                        },
                        Map.of(Ingest.TOKEN, enrolment.token(mara.id(), "test", true, Duration.ofHours(1))));

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("these walls around its readers are missing: ", "The files are kept and wait");
        assertThat(Acting.as(acting(mara), () -> waiting(harbour))).containsExactly(ItemState.WAITING);
    }

    private List<ItemState> waiting(CaseFile file) {
        UUID ingestion = ingestions
                .list(file.id(), Optional.empty(), 10)
                .getFirst()
                .ingestion()
                .id();
        return ingestions.items(file.id(), ingestion, Optional.empty(), Optional.empty(), 10).stream()
                .map(Item::state)
                .toList();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}

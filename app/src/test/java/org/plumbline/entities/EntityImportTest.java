package org.plumbline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.ftm.FtmReader;

/** What becomes of each line of an import. */
class EntityImportTest extends EntitiesFixture {
    @Test
    void importTakesGoodLinesRefusesBadOnesAndASecondTimeAddsOnlyWhatIsNew() throws InterruptedException {
        CollectionRecord into = asMara(() -> collections.add(harbour, "Harbour register", "", "", ""));
        String good = """
                {"id":"q-1","schema":"Company","properties":{"name":["Kelp & Daughters"]}}
                {"id":"o-1","schema":"Ownership","properties":{"owner":["q-1"],"asset":["q-2"]}}
                {"id":"q-2","schema":"Company","properties":{"name":["Eelgrass Ltd"]}}
                """;
        String bad = "not json\n\n{\"id\":\"x\",\"schema\":\"Nothing\"}\n";

        ImportRun first = imported(into, good + bad);
        ImportRun second = imported(
                into, good + "{\"id\":\"q-3\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Third\"]}}\n");

        assertThat(first.counts()).isEqualTo(new ImportRun.Counts(6, 1, 3, 2, 4, 0, 0, 4, 0));
        assertThat(asMara(() -> imports.refused(harbour, first.id(), 0, 10)))
                .extracting(ImportRun.Fault::line)
                .containsExactly(4L, 6L);
        assertThat(second.counts().added()).isEqualTo(1);
        assertThat(second.counts().known()).isEqualTo(4);
        EntityRecord kelp = asMara(() -> entities.suggest(harbour, "kelp", 1)).getFirst();
        assertThat(read(kelp).links()).hasSize(1);
    }

    @Test
    void aRealRegisterIsCountedAsTheEngineCountsIt() throws Exception {
        Path file = Path.of("../../shared/data/registers/ftm_parteispenden/entities.ftm.json");
        Assumptions.assumeTrue(Files.isReadable(file), "no registers beside this checkout");
        CollectionRecord into = asMara(() -> collections.add(harbour, "Party donations", "", "", ""));
        var vocabulary = Vocabulary.load();
        var tally = new FtmReader(vocabulary, Policy.load(vocabulary)).read(Files.newInputStream(file), row -> {});

        ImportRun run = imported(into, Files.readAllBytes(file));

        System.out.println("ftm_parteispenden: " + run.counts());
        assertThat(run.counts().read()).isEqualTo(tally.read());
        assertThat(run.counts().refused()).isEqualTo(tally.refused());
        assertThat(run.counts().values()).isEqualTo(tally.values());
        assertThat(run.counts().marked()).isEqualTo(tally.marked());
        assertThat(run.counts().leftOut()).isEqualTo(tally.leftOut());
    }

    private ImportRun imported(CollectionRecord into, String lines) throws InterruptedException {
        return imported(into, lines.getBytes(StandardCharsets.UTF_8));
    }

    private ImportRun imported(CollectionRecord into, byte[] bytes) throws InterruptedException {
        ImportRun run = asMara(() -> imports.start(harbour, into.id(), "a.ftm.json", new ByteArrayInputStream(bytes)));
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!run.done() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            UUID id = run.id();
            run = asMara(() -> imports.read(harbour, id));
        }
        assertThat(run.done()).isTrue();
        return run;
    }
}

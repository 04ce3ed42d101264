package org.plumbline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** The whole set of documents through the command: every file accounted for, hostile ones among them. */
class IngestCorpusTest extends ApplicationTest {
    private static final Path CORPUS = Path.of("../../shared/data/documents");

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    private Member mara;
    private CaseFile harbour;

    @BeforeEach
    void people() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()));
    }

    @Test
    void everyFileOfTheCorpusHasExactlyOneFinalState() throws IOException {
        Path manifest = CORPUS.resolve("manifest.csv");
        assumeTrue(Files.exists(manifest), "the documents beside the project are not there");
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        long began = System.nanoTime();

        int exit = new Ingest(print(out), print(err), false)
                .run(
                        new String[] {
                            "--case",
                            harbour.number(),
                            "--purpose",
                            "Contract reconciliation",
                            "--server",
                            "http://127.0.0.1:" + port,
                            CORPUS.toString()
                        },
                        Map.of(Ingest.TOKEN, enrolment.token(mara.id(), "corpus", true, Duration.ofHours(1))));

        System.out.println(out.toString(StandardCharsets.UTF_8) + "corpus ingested in "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        Map<String, Item> inputs = inputs();
        List<String> paths = paths(manifest);
        assertThat(paths).hasSize(497).allSatisfy(path -> assertThat(inputs).containsKey(path));
        assertThat(inputs.values()).extracting(Item::state).allMatch(ItemState::isFinal);
        assertThat(inputs.values())
                .filteredOn(item ->
                        item.reasons().stream().anyMatch(reason -> reason.code().equals("unexpected")))
                .isEmpty();
    }

    /** Files received by their path below the corpus, each once. */
    private Map<String, Item> inputs() {
        var inputs = new HashMap<String, Item>();
        Acting.as(acting(mara), () -> {
            var summary = ingestions.list(harbour.id(), Optional.empty(), 1).getFirst();
            Optional<java.util.UUID> after = Optional.empty();
            long seen = 0;
            while (seen < summary.counts().total()) {
                var page = ingestions.items(harbour.id(), summary.ingestion().id(), Optional.empty(), after, 500);
                page.stream()
                        .filter(item -> item.parent().isEmpty())
                        .forEach(item -> assertThat(inputs.put(item.path().replaceFirst("^documents/", ""), item))
                                .isNull());
                seen += page.size();
                after = Optional.of(page.getLast().id());
            }
            return seen;
        });
        return inputs;
    }

    private static List<String> paths(Path manifest) throws IOException {
        return Files.readAllLines(manifest, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.startsWith("\"")
                        ? line.substring(1, line.indexOf('"', 1))
                        : line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}

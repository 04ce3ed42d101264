package org.plumbline.engine.model.ftm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.statement.Harbour;

/** Real registers that lie beside the checkout; skipped only where they are absent. */
class SharedRegistersTest {
    private static final Path REGISTERS = Path.of("..", "..", "..", "shared", "data", "registers");

    private final FtmReader reader = new FtmReader(Harbour.VOCABULARY, Harbour.POLICY);

    @BeforeEach
    void registersAreThere() {
        assumeTrue(Files.isDirectory(REGISTERS), "no registers beside this checkout");
    }

    @Test
    void everyLineOfARealFtmFileIsReadAndNothingIsLeftOutSilently() throws IOException {
        var leftOut = new TreeMap<String, Integer>();
        var schemata = new TreeMap<String, Integer>();
        try (InputStream in = Files.newInputStream(REGISTERS.resolve("ftm_parteispenden/entities.ftm.json"))) {
            FtmTally tally = reader.read(in, row -> count(row, leftOut, schemata));

            System.out.println("ftm_parteispenden: " + tally + " " + schemata + " left out " + leftOut);
            assertThat(tally.lines()).isEqualTo(475);
            assertThat(tally.read() + tally.blank()).isEqualTo(475);
            assertThat(tally.marked()).as("addresses and countries of persons").isPositive();
        }
    }

    @Test
    void everyOtherRegisterEndsInRefusedRowsNeverInAnException() throws IOException {
        for (Path file : files()) {
            var rows = new ArrayList<FtmRow>();
            try (InputStream in = Files.newInputStream(file)) {
                FtmTally tally = reader.read(in, rows::add);

                assertThat(tally.lines()).isEqualTo(tally.blank() + tally.read() + tally.refused());
                assertThat(rows).hasSize((int) (tally.read() + tally.refused()));
                if (!file.toString().contains("ftm_")) {
                    assertThat(tally.read()).as(file.toString()).isZero();
                }
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(REGISTERS)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void count(FtmRow row, Map<String, Integer> leftOut, Map<String, Integer> schemata) {
        switch (row) {
            case FtmRow.Read read -> {
                schemata.merge(read.entity().schema(), 1, Integer::sum);
                read.leftOut().forEach(each -> leftOut.merge(each.property() + " " + each.code(), 1, Integer::sum));
            }
            case FtmRow.Refused refused ->
                leftOut.merge("line " + refused.code().code(), 1, Integer::sum);
        }
    }
}

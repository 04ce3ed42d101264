package org.plumbline.engine.model.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.Harbour;

class FtmWriterTest {
    private final StringBuilder out = new StringBuilder();
    private final FtmWriter writer = new FtmWriter(Harbour.POLICY, out);

    @Test
    void anEntityIsOneLineInAFixedOrder() throws IOException {
        int withheld =
                writer.write(entity("Company", Map.of("name", "Harbour\nFreight", "country", "nl"), Openness.OPEN));

        assertThat(withheld).isZero();
        assertThat(out)
                .hasToString(
                        "{\"id\":\"e\",\"schema\":\"Company\",\"properties\":{\"country\":[\"nl\"],\"name\":[\"Harbour\\nFreight\"]}}\n");
    }

    @Test
    void aMarkedValueDoesNotLeaveInBulk() throws IOException {
        int withheld = writer.write(entity("Person", Map.of("name", "A. Mills", "nationality", "nl"), Openness.MARKED));

        assertThat(withheld).isEqualTo(1);
        assertThat(out).doesNotContain("nationality").contains("A. Mills");
    }

    @Test
    void anEntityOfAMarkedSchemaDoesNotLeaveInBulk() throws IOException {
        int withheld = writer.write(entity("Passport", Map.of("number", "X1", "country", "nl"), Openness.MARKED));

        assertThat(withheld).isEqualTo(2);
        assertThat(out).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IOException {
        var entity = new FtmEntity(
                new EntityId("hf"),
                "Company",
                Map.of("name", List.of(value("Harbour \"Freight\" \u00fc"), value("HF"))),
                List.of("port"),
                List.of("x1", "x2"),
                new FtmEntity.Seen("2031-01-01", "2031-02-01", "2031-01-15"));
        var rows = new ArrayList<FtmRow>();

        writer.write(entity);
        new FtmReader(Harbour.VOCABULARY, Harbour.POLICY)
                .read(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)), rows::add);

        assertThat(rows).containsExactly(new FtmRow.Read(1, entity, List.of()));
    }

    private static FtmValue value(String text) {
        return new FtmValue(text, text, Openness.OPEN);
    }

    private static FtmEntity entity(String schema, Map<String, String> values, Openness openness) {
        var properties = new TreeMap<String, List<FtmValue>>();
        values.forEach((property, text) -> properties.put(property, List.of(new FtmValue(text, text, openness))));
        return new FtmEntity(new EntityId("e"), schema, properties, List.of(), List.of(), FtmEntity.Seen.unsaid());
    }
}

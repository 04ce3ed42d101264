package org.plumbline.engine.model.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.Harbour;

class FtmReaderTest {
    private final FtmReader reader = new FtmReader(Harbour.VOCABULARY, Harbour.POLICY);
    private final List<FtmRow> rows = new ArrayList<>();

    @Test
    void aLineBecomesAnEntityWithNormalValues() {
        FtmRow.Read row = read("""
                {"id":"hf","schema":"Company","properties":{"name":["Harbour  Freight","Harbour Freight"],\
                "country":["Netherlands"]},"datasets":["port"],"referents":["x1"],"first_seen":"2031-01-01"}""");

        assertThat(row.entity().properties().get("name"))
                .containsExactly(new FtmValue("Harbour Freight", "Harbour  Freight", Openness.OPEN));
        assertThat(row.entity().properties().get("country"))
                .extracting(FtmValue::value)
                .containsExactly("nl");
        assertThat(row.entity().datasets()).containsExactly("port");
        assertThat(row.entity().referents()).containsExactly("x1");
        assertThat(row.entity().seen().first()).isEqualTo("2031-01-01");
        assertThat(row.entity().claims()).hasSize(2);
        assertThat(row.leftOut()).isEmpty();
    }

    @Test
    void aMarkedValueIsReadAsMarked() {
        FtmRow.Read row = read(person("\"nationality\":[\"nl\"]"));

        assertThat(row.entity().properties().get("nationality"))
                .extracting(FtmValue::openness)
                .containsExactly(Openness.MARKED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"height\":[\"180\"]|height|refused-property|physical description",
                "\"threatScore\":[\"9\"]|threatScore|unknown-property|not a property of Person",
                "\"birthDate\":[\"31.12.1980\"]|birthDate|not-a-date|YYYY, YYYY-MM, YYYY-MM-DD or a date and time",
                "\"ownershipOwner\":[\"o1\"]|ownershipOwner|mirrored-property|stated by Ownership",
                "\"addressEntity\":[{\"id\":\"a\"}]|addressEntity|nested-value|a text"
            })
    void whatIsLeftOutOfARowSaysWhichAndWhy(String properties, String property, String code, String detail) {
        FtmRow.Read row = read(person(properties));

        assertThat(row.leftOut()).containsExactly(new FtmRow.LeftOut(property, code, detail));
        assertThat(row.entity().properties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"c\",\"schema\":\"Call\"}|refused-schema",
                "{\"id\":\"c\",\"schema\":\"Trip\"}|refused-schema",
                "{\"id\":\"c\",\"schema\":\"Thing\"}|refused-schema",
                "{\"id\":\"c\",\"schema\":\"Target\"}|unknown-schema",
                "{\"id\":\"c\"}|no-schema",
                "{\"id\":\"c\",\"schema\":[\"Company\"]}|no-schema",
                "{\"schema\":\"Company\"}|no-id",
                "{\"id\":7,\"schema\":\"Company\"}|no-id",
                "{\"id\":\"two words\",\"schema\":\"Company\"}|bad-id",
                "{\"id\":\"c\",\"schema\":\"Company\",\"properties\":[]}|bad-properties",
                "[]|not-an-object",
                "null|not-an-object",
                "{\"id\":\"c\"|not-json",
                "{} {}|not-json",
                "{\"id\":\"a\",\"id\":\"b\",\"schema\":\"Company\"}|not-json",
                "id,schema,name|not-an-object"
            })
    void aLineThatIsNoEntityIsRefusedWithItsNumberAndReason(String line, String code) {
        FtmTally tally = reader.read(bytes("\n" + line + "\n"), rows::add);

        assertThat(rows).hasSize(1).first().isInstanceOfSatisfying(FtmRow.Refused.class, row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.code().code()).isEqualTo(code);
        });
        assertThat(tally).isEqualTo(new FtmTally(2, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void aRefusedSchemaSaysWhy() {
        reader.read(bytes("{\"id\":\"t\",\"schema\":\"Trip\"}"), rows::add);

        assertThat(rows)
                .containsExactly(
                        new FtmRow.Refused(1, FtmFault.REFUSED_SCHEMA, "Trip: a movement of persons: never built"));
    }

    @Test
    void byteOrderMarkBlankLinesAndCarriageReturnsDoNotMatter() {
        String line = "{\"id\":\"hf\",\"schema\":\"Company\",\"properties\":{\"name\":[\"HF\"]}}";

        FtmTally tally = reader.read(bytes("\ufeff" + line + "\r\n\r\n  \n" + line), rows::add);

        assertThat(tally).isEqualTo(new FtmTally(4, 2, 2, 0, 2, 0, 0));
        assertThat(rows).extracting(FtmRow::line).containsExactly(1L, 4L);
    }

    @Test
    void aLineOverTheLimitIsRefusedAndTheNextOneIsRead() {
        var small = new FtmReader(Harbour.VOCABULARY, Harbour.POLICY, 60);
        String fits = "{\"id\":\"a\",\"schema\":\"Company\",\"properties\":{}}";

        small.read(
                bytes(fits + " ".repeat(60 - fits.length()) + "\n" + fits + " ".repeat(61) + "\n" + fits), rows::add);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isInstanceOf(FtmRow.Read.class);
        assertThat(rows.get(1)).isEqualTo(new FtmRow.Refused(2, FtmFault.LINE_TOO_LONG, "at most 60 bytes"));
        assertThat(rows.get(2)).isInstanceOf(FtmRow.Read.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        reader.read(new ByteArrayInputStream("{\"id\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)), rows::add);

        assertThat(rows).containsExactly(new FtmRow.Refused(1, FtmFault.NOT_UTF8, "UTF-8"));
    }

    @Test
    void aStreamThatBreaksOffEndsInARefusedRow() {
        InputStream broken =
                new SequenceInputStream(bytes("{\"id\":\"a\",\"schema\":\"Company\"}\n{\"id\":"), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new EOFException();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new EOFException();
                    }
                });

        FtmTally tally = reader.read(broken, rows::add);

        assertThat(tally.read()).isEqualTo(1);
        assertThat(rows).last().isEqualTo(new FtmRow.Refused(2, FtmFault.INPUT_BROKEN, "EOFException"));
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        reader.read(bytes("{\"id\":\"a\",\"schema\":\"Company\",\"x\":" + "[".repeat(100_000)), rows::add);

        assertThat(rows)
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        FtmRow.Refused.class, row -> assertThat(row.code()).isEqualTo(FtmFault.NOT_JSON));
    }

    @Test
    void noReportRepeatsAValueOfTheLine() {
        reader.read(
                bytes(person("\"height\":[\"SECRET\"],\"birthDate\":[\"SECRET\"]") + "\n{\"id\":\"SECRET"), rows::add);

        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.toString()).doesNotContain("SECRET"));
    }

    private FtmRow.Read read(String line) {
        reader.read(bytes(line), rows::add);
        assertThat(rows).hasSize(1).first().isInstanceOf(FtmRow.Read.class);
        return (FtmRow.Read) rows.getFirst();
    }

    private static String person(String properties) {
        return "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{" + properties + "}}";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

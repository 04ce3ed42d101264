package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of tables that somebody looks at, given by the processes that read files. */
final class TableLookTest extends ExtractorFixture {
    /** What was given of a file. */
    private record Given(TablePart part, List<List<String>> rows) {}

    @ParameterizedTest
    @ValueSource(strings = {"payments.xlsx", "payments.xls"})
    void eachCellOfAWorkbookStandsWhereTheFileHasIt(String name) throws Exception {
        byte[] workbook = workbook(name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook());

        Given first = rows(name, workbook, new Wanted.TableRows(1, 1, 10));
        Given second = rows(name, workbook, new Wanted.TableRows(2, 1, 10));

        assertEquals(
                List.of(new TablePart.Size("Payments", 4, 3), new TablePart.Size("Berths, north", 1, 1)),
                first.part().tables());
        assertEquals(
                List.of(List.of("Paid", "", "Sum"), List.of(""), List.of(""), List.of("", "tar \"amber\",\nquay")),
                first.rows());
        assertEquals(List.of(List.of("7")), second.rows());
    }

    @Test
    void rowsAreGivenFromWhereTheyAreWantedAndNoMoreThanThat() throws Exception {
        byte[] csv = numbered(1_000).getBytes(StandardCharsets.UTF_8);

        Given some = rows("long.csv", csv, new Wanted.TableRows(1, 501, 3));
        Given last = rows("long.csv", csv, new Wanted.TableRows(1, 999, 30));
        Given beyond = rows("long.csv", csv, new Wanted.TableRows(1, 1_001, 30));

        assertEquals(List.of(new TablePart.Size("", 1_000, 2)), some.part().tables());
        assertEquals(List.of(List.of("501", "a"), List.of("502", "a"), List.of("503", "a")), some.rows());
        assertEquals(List.of(List.of("999", "a"), List.of("1000", "a")), last.rows());
        assertEquals(List.of(), beyond.rows());
        assertEquals(1_000, beyond.part().tables().getFirst().rows());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, ;", "ISO-8859-1, |", "UTF-8, ','"})
    void signsBetweenCellsAndCharacterSetsAreFound(String charset, String sign) throws Exception {
        String text =
                "\uFEFFPagado" + sign + "Año\n\n\"Muelle" + sign + " \"\"norte\"\"\"" + sign + "Señal y otra señal\n";
        byte[] bytes = (charset.startsWith("UTF") ? text : text.substring(1)).getBytes(Charset.forName(charset));

        Given given = rows("pagos.csv", bytes, new Wanted.TableRows(1, 1, 10));

        assertEquals(
                List.of(
                        List.of("Pagado", "Año"),
                        List.of(""),
                        List.of("Muelle" + sign + " \"norte\"", "Señal y otra señal")),
                given.rows());
    }

    @Test
    void aTabWithinACellSetsNothingApart() throws Exception {
        byte[] csv = "berth,note\n7,dredged\ttwice\n".getBytes(StandardCharsets.UTF_8);

        Given given = rows("notes.csv", csv, new Wanted.TableRows(1, 1, 10));

        assertEquals(List.of(List.of("berth", "note"), List.of("7", "dredged\ttwice")), given.rows());
    }

    @Test
    void whatStandsBeforeTheDamageOfAWorkbookIsGiven() throws Exception {
        byte[] damaged = withSheetCut(workbook(new XSSFWorkbook()), "xl/worksheets/sheet2.xml");

        Given given = rows("payments.xlsx", damaged, new Wanted.TableRows(1, 1, 10));

        assertEquals(4, given.rows().size());
        assertInstanceOf(Outcome.Partial.class, given.part().outcome());
    }

    @Test
    void aFileQuotedOtherwiseIsGivenSignBySign() throws Exception {
        byte[] csv = "a,b\n\"one\" two,3\nfour,\"open\n".getBytes(StandardCharsets.UTF_8);

        Given given = rows("odd.csv", csv, new Wanted.TableRows(1, 1, 10));

        assertEquals(3, given.part().tables().getFirst().rows());
        assertEquals(
                List.of("four", "\"open"),
                given.rows().getLast().stream().map(String::strip).toList());
    }

    @Test
    void tablesOfTextsAreFoundAndWhatStandsInACellStaysThere() throws Exception {
        String html = "<html><body><h2>Prices</h2><table><tr><th colspan=2>Quay</th><th>Sum</th></tr>"
                + "<tr><td>7</td><td><table><tr><td>in</td><td>side</td></tr></table></td><td>120</td></tr></table>"
                + "<p>Between</p><table><tr><td>Second</td></tr></table></body></html>";

        Given first = rows("prices.html", html.getBytes(StandardCharsets.UTF_8), new Wanted.TableRows(1, 1, 10));

        assertEquals(
                List.of(new TablePart.Size("Prices", 2, 3), new TablePart.Size("", 1, 1)),
                first.part().tables());
        assertEquals(List.of("Quay", "", "Sum"), first.rows().getFirst());
        assertEquals("in side", first.rows().getLast().get(1));
        assertEquals("120", first.rows().getLast().get(2));
        Given letter = rows("letter.docx", letter(), new Wanted.TableRows(1, 1, 10));
        assertEquals(List.of(List.of("Berth", "Metres"), List.of("7", "120")), letter.rows());
    }

    @Test
    void whatHasNoTablesSaysSo() throws Exception {
        Given none =
                rows("note.html", "<p>The quay</p>".getBytes(StandardCharsets.UTF_8), new Wanted.TableRows(1, 1, 10));
        Given pdf = rows("quay.pdf", Made.pdf("The quay", ""), new Wanted.TableRows(1, 1, 10));
        Given other = rows("payments.xlsx", workbook(new XSSFWorkbook()), new Wanted.TableRows(9, 1, 10));

        assertEquals(List.of(), none.part().tables());
        assertEquals(
                "application/pdf",
                assertInstanceOf(Outcome.Unsupported.class, pdf.part().outcome())
                        .kind());
        assertEquals(2, other.part().tables().size());
        assertEquals(List.of(), other.rows());
    }

    @Test
    void whatIsGivenIsBoundedInAllDirections() throws Exception {
        String wide = IntStream.range(0, 1_500).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String deep = "x".repeat(40_000);
        String page = "<table><tr><td>t</td></tr></table>".repeat(1_200);

        Given columns = rows("wide.csv", wide.getBytes(StandardCharsets.UTF_8), new Wanted.TableRows(1, 1, 10));
        Given cell = rows("deep.csv", ("a," + deep).getBytes(StandardCharsets.UTF_8), new Wanted.TableRows(1, 1, 10));
        Given tables = rows(
                "many.html",
                ("<html><body>" + page + "</body></html>").getBytes(StandardCharsets.UTF_8),
                new Wanted.TableRows(1_100, 1, 10));
        Given rows = rows(
                "long.csv",
                ("x".repeat(1_000) + "\n").repeat(5_000).getBytes(StandardCharsets.UTF_8),
                new Wanted.TableRows(1, 1, 100_000));

        assertEquals(1_500, columns.part().tables().getFirst().columns());
        assertEquals(TablePart.MOST_COLUMNS, columns.rows().getFirst().size());
        assertEquals(TablePart.LONGEST_CELL, cell.rows().getFirst().getLast().length());
        assertEquals(TablePart.MOST_TABLES, tables.part().tables().size());
        assertEquals(5_000, rows.part().tables().getFirst().rows());
        assertTrue(
                rows.rows().size() > 3_000 && rows.rows().size() < 5_000,
                "rows " + rows.rows().size());
    }

    private static Given rows(String name, byte[] bytes, Wanted.TableRows wanted) throws Exception {
        try (Extraction given = extractor
                .look(new ByteArrayInputStream(bytes), name, wanted, LIMITS)
                .orElseThrow()) {
            var rows = new ArrayList<List<String>>();
            return new Given(TablePart.of(given, rows::add), rows);
        }
    }

    private static String numbered(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(i -> i + ",a\r\n").collect(Collectors.joining());
    }

    /** Two rows and some cells are not in the file at all. */
    private static byte[] workbook(Workbook workbook) throws IOException {
        Sheet payments = workbook.createSheet("Payments");
        var head = payments.createRow(0);
        head.createCell(0).setCellValue("Paid");
        head.createCell(2).setCellValue("Sum");
        payments.createRow(3).createCell(1).setCellValue("tar \"amber\",\nquay");
        workbook.createSheet("Berths, north").createRow(0).createCell(0).setCellValue("7");
        return written(workbook);
    }

    private static byte[] written(Workbook workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(out);
        }
        return out.toByteArray();
    }

    /** The workbook with the second half of one of its parts gone. */
    private static byte[] withSheetCut(byte[] workbook, String part) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content, 0, entry.getName().equals(part) ? content.length / 2 : content.length);
            }
        }
        return out.toByteArray();
    }

    private static byte[] letter() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("The berths are these:");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Berth");
            table.getRow(0).getCell(1).setText("Metres");
            table.getRow(1).getCell(0).setText("7");
            table.getRow(1).getCell(1).setText("120");
            document.write(out);
        }
        return out.toByteArray();
    }
}

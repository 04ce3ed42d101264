package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.binary.XSSFBSharedStringsTable;
import org.apache.poi.xssf.binary.XSSFBSheetHandler;
import org.apache.poi.xssf.binary.XSSFBSheetHandler.SheetContentsHandler;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFBReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.TablePart;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The sheets of an Excel workbook in a package, XML or binary, each cell in its own row and column: Tika leaves rows
 * out that hold nothing, and asked for them gives too many (3.3.1).
 */
final class WorkbookRows implements SheetContentsHandler {
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;

    private final TableRows rows;
    private final List<String> row = new ArrayList<>();
    private int expected;

    private WorkbookRows(TableRows rows) {
        this.rows = rows;
    }

    /** Whether a type is one of those read here. */
    static boolean reads(String type) {
        return type.contains("spreadsheetml")
                || isBinary(type)
                || type.matches("application/vnd\\.ms-excel\\.(sheet|template)\\.macroenabled\\.12");
    }

    private static boolean isBinary(String type) {
        return type.equals("application/vnd.ms-excel.sheet.binary.macroenabled.12");
    }

    static void read(Source source, TableRows rows) throws IOException, SAXException {
        try (OPCPackage file = OPCPackage.open(source.file().toFile(), PackageAccess.READ)) {
            if (isBinary(source.type())) {
                binary(file, rows);
            } else {
                xml(file, rows);
            }
        } catch (OpenXML4JException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static void xml(OPCPackage file, TableRows rows)
            throws IOException, SAXException, OpenXML4JException, ParserConfigurationException {
        var reader = new XSSFReader(file);
        var strings = new ReadOnlySharedStringsTable(file, false);
        var sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                rows.table(sheets.getSheetName());
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(
                        reader.getStylesTable(), null, strings, new WorkbookRows(rows), new DataFormatter(), false));
                xml.parse(new InputSource(sheet));
            }
        }
    }

    private static void binary(OPCPackage file, TableRows rows) throws IOException, SAXException, OpenXML4JException {
        var reader = new XSSFBReader(file);
        var strings = new XSSFBSharedStringsTable(file);
        var sheets = (XSSFBReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                rows.table(sheets.getSheetName());
                new XSSFBSheetHandler(
                                sheet,
                                reader.getXSSFBStylesTable(),
                                null,
                                strings,
                                new WorkbookRows(rows),
                                new DataFormatter(),
                                false)
                        .parse();
            }
        }
    }

    @Override
    public void startRow(int number) {
        for (; expected < Math.min(number, MOST_ROWS); expected++) {
            rows.row(List.of());
        }
        row.clear();
    }

    @Override
    public void endRow(int number) {
        rows.row(row);
        expected++;
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        int column = reference == null ? row.size() : new CellReference(reference).getCol();
        while (row.size() < Math.min(column, MOST_COLUMNS)) {
            row.add("");
        }
        String shown = value == null ? "" : value;
        row.add(shown.substring(0, Math.min(TablePart.LONGEST_CELL, shown.length())));
    }

    @Override
    public void hyperlinkCell(
            @Nullable String reference,
            @Nullable String value,
            @Nullable String url,
            @Nullable String toolTip,
            @Nullable XSSFComment comment) {
        cell(reference, value, comment);
    }
}

package org.plumbline.documents.extract.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.plumbline.documents.extract.Delimiters;
import org.plumbline.documents.extract.TablePart;
import org.plumbline.documents.extract.Wanted;

/** The rows of a file in which a sign stands between cells, whatever its character set. */
final class DelimitedRows {
    private static final int SAMPLE = 1 << 16;

    private DelimitedRows() {}

    static TableRows read(Source source, Wanted.TableRows wanted) throws IOException {
        Charset charset = TextReader.charset(source);
        CSVFormat format = Delimiters.ofFile(sample(source, charset))
                .builder()
                .setLenientEof(false)
                .get();
        try {
            return read(source, wanted, charset, format);
        } catch (IOException | UncheckedIOException | IllegalStateException quotedOtherwise) {
            // A quotation that never ends would make one cell of all that follows: a quote is a sign like any other
            // here.
            return read(source, wanted, charset, format.builder().setQuote(null).get());
        }
    }

    private static TableRows read(Source source, Wanted.TableRows wanted, Charset charset, CSVFormat format)
            throws IOException {
        var rows = new TableRows(wanted);
        rows.table("");
        try (Reader reader = reader(source, charset);
                CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord each : parser) {
                List<String> cells = each.stream()
                        .map(cell -> cell.substring(0, Math.min(TablePart.LONGEST_CELL, cell.length())))
                        .toList();
                rows.row(cells.size() == 1 && cells.getFirst().isEmpty() ? List.of() : cells);
            }
        }
        return rows;
    }

    private static String sample(Source source, Charset charset) throws IOException {
        try (Reader reader = reader(source, charset)) {
            char[] beginning = new char[SAMPLE];
            int length = reader.read(beginning);
            return new String(beginning, 0, Math.max(0, length));
        }
    }

    /** Without the mark of the byte order, which is no part of the first cell. */
    private static Reader reader(Source source, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(source.file()), charset), SAMPLE);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}

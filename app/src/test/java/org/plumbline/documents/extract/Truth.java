package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** One line of the corpus manifest: what is true of a file. */
record Truth(String path, Set<String> types, OptionalInt children, String phrase, String outcome) {

    static List<Truth> read(Path manifest) throws IOException {
        List<List<String>> rows = rows(Files.readString(manifest, StandardCharsets.UTF_8));
        List<String> header = rows.getFirst();
        List<Truth> truths = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String children = row.get(header.indexOf("expect_children"));
            truths.add(new Truth(
                    row.get(header.indexOf("path")),
                    Set.of(row.get(header.indexOf("expect_type")).split("\\|", -1)),
                    children.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(children)),
                    row.get(header.indexOf("expect_phrase")),
                    row.get(header.indexOf("expect_outcome"))));
        }
        return truths;
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c != '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}

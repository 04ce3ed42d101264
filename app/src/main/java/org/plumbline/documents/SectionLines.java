package org.plumbline.documents;

import java.util.List;
import org.plumbline.documents.extract.Section;

/** Sections as records keep them: one a line, its parts set apart by tabs, the label last. */
final class SectionLines {
    private SectionLines() {}

    static String write(List<Section> sections) {
        var lines = new StringBuilder();
        for (Section section : sections) {
            lines.append(section.kind())
                    .append('\t')
                    .append(section.number())
                    .append('\t')
                    .append(section.start())
                    .append('\t')
                    .append(section.ocr())
                    .append('\t')
                    .append(Plain.text(section.label()).replaceAll("[\\p{Cntrl}]", " "))
                    .append('\n');
        }
        return lines.toString();
    }

    static List<Section> read(String lines) {
        return lines.lines().map(SectionLines::section).toList();
    }

    private static Section section(String line) {
        String[] part = line.split("\t", 5);
        return new Section(
                Section.Kind.valueOf(part[0]),
                Integer.parseInt(part[1]),
                part[4],
                Integer.parseInt(part[2]),
                Boolean.parseBoolean(part[3]));
    }
}

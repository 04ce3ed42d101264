package org.plumbline.reports;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report starts from. Its words are the messages {@code reports.template.<key>}.
 *
 * @param key stable name
 * @param sections what it can have
 */
public record ReportTemplate(String key, Set<Section> sections) {
    private static final List<ReportTemplate> ALL = List.of(
            new ReportTemplate("interim-report", EnumSet.allOf(Section.class)),
            new ReportTemplate("exhibit-list", EnumSet.of(Section.INTRODUCTION, Section.EXHIBITS)));

    public ReportTemplate {
        sections = Set.copyOf(sections);
    }

    /** Every template, in the order to offer them. */
    public static List<ReportTemplate> all() {
        return ALL;
    }

    /** The template of a key; absent when there is none. */
    public static Optional<ReportTemplate> ofKey(String key) {
        return ALL.stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** Its sections in the order in which they stand. */
    public List<Section> inOrder() {
        return sections.stream().sorted().toList();
    }
}

package org.plumbline.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A report as it is drafted: choices only, no copies of what is chosen.
 *
 * @param language of the fixed words
 * @param picks chosen statements in their order
 * @param charts chosen charts in their order
 * @param everyExhibit whether all exhibits of the case are listed; then {@code exhibits} is empty
 * @param exhibits chosen exhibits
 */
public record Report(
        UUID id,
        Stamp stamp,
        ReportTemplate template,
        String title,
        Locale language,
        Set<Section> sections,
        String introduction,
        Optional<Conclusion> conclusion,
        List<Pick> picks,
        List<UUID> charts,
        boolean everyExhibit,
        List<UUID> exhibits,
        State state) {

    /** The kind of reference to a report. */
    public static final String KIND = "report";

    /** Where a report stands. Changing an issued report makes it a draft again; its files stay. */
    public enum State {
        DRAFT,
        ISSUED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Report {
        sections = Set.copyOf(sections);
        picks = List.copyOf(picks);
        charts = List.copyOf(charts);
        exhibits = List.copyOf(exhibits);
    }

    public Ref ref() {
        return new Ref(KIND, id, stamp.owner());
    }

    /** Whether it has this section. */
    public boolean has(Section section) {
        return sections.contains(section);
    }
}

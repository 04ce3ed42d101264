package org.plumbline.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.plumbline.kernel.Input;
import org.plumbline.reports.Conclusion;
import org.plumbline.reports.Pick;
import org.plumbline.reports.Report;
import org.plumbline.reports.ReportChange;
import org.plumbline.site.Form;

/**
 * The fields of a draft. A chosen statement has three: {@code order.<id>} its place, {@code heading.<id>}, and
 * {@code keep.<id>} unless it is taken out; charts and exhibits one each, sections likewise.
 */
final class DraftForm {
    private static final String ORDER = "order.";

    private DraftForm() {}

    /** The form of a report as it is. */
    static Form of(Report report) {
        Map<String, String> values = new HashMap<>();
        values.put("title", report.title());
        values.put("introduction", report.introduction());
        values.put("conclusion", report.conclusion().map(Conclusion::text).orElse(""));
        values.put(
                "sourceGrade",
                report.conclusion().map(c -> "" + c.grade().source()).orElse(""));
        values.put(
                "informationGrade",
                report.conclusion().map(c -> "" + c.grade().information()).orElse(""));
        values.put("exhibits", report.everyExhibit() ? "every" : "chosen");
        report.sections().forEach(s -> values.put("section." + s.code(), "true"));
        report.exhibits().forEach(e -> values.put("exhibit." + e, "true"));
        report.charts().forEach(c -> values.put("chart." + c, "true"));
        int place = 1;
        for (Pick pick : report.picks()) {
            values.put(ORDER + pick.statement(), "" + place++);
            values.put("heading." + pick.statement(), pick.heading());
            values.put("keep." + pick.statement(), "true");
        }
        return Form.of(values);
    }

    /** What the form asks for. */
    static ReportChange change(Map<String, String[]> typed) {
        var input = new Input();
        var change = new ReportChange(
                value(typed, "title"),
                ends(typed, "section."),
                value(typed, "introduction"),
                value(typed, "conclusion"),
                value(typed, "sourceGrade"),
                value(typed, "informationGrade"),
                picks(typed, id -> typed.containsKey("keep." + id), input),
                ids(ends(typed, "chart.")),
                value(typed, "exhibits").equals("every"),
                ids(ends(typed, "exhibit.")));
        input.check();
        return change;
    }

    /** Statements the form names, kept or not, in their order. */
    static List<Pick> named(Map<String, String[]> typed) {
        return picks(typed, id -> true, new Input());
    }

    private static List<Pick> picks(Map<String, String[]> typed, Predicate<UUID> kept, Input input) {
        record Placed(int place, Pick pick) {}
        var placed = new ArrayList<Placed>();
        for (UUID id : ids(ends(typed, ORDER))) {
            if (kept.test(id)) {
                placed.add(new Placed(place(typed, id, input), new Pick(id, value(typed, "heading." + id))));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::pick).toList();
    }

    private static int place(Map<String, String[]> typed, UUID id, Input input) {
        String text = value(typed, ORDER + id).strip();
        if (text.matches("[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        input.refuse(ORDER + id, "report-place-not-a-number", Map.of("value", text));
        return Integer.MAX_VALUE;
    }

    /** The statements ticked to be added. */
    static List<UUID> added(Map<String, String[]> typed) {
        return ids(ends(typed, "add."));
    }

    private static List<String> ends(Map<String, String[]> typed, String prefix) {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static List<UUID> ids(List<String> texts) {
        return texts.stream().flatMap(text -> id(text).stream()).toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not a field of ours.
        }
    }

    private static String value(Map<String, String[]> typed, String name) {
        String[] values = typed.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}

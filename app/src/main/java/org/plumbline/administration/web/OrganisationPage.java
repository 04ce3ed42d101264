package org.plumbline.administration.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.identity.Organisation;
import org.plumbline.identity.OrganisationFile;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/**
 * The organisation as it is, the form that changes it, and every change so far.
 *
 * @param next the number a case opened now would get, by what the form says; absent where the form says nothing
 *     possible
 * @param names of everybody who changed something
 */
public record OrganisationPage(OrganisationFile file, Form form, Optional<String> next, Map<MemberId, String> names) {
    public OrganisationPage {
        names = Map.copyOf(names);
    }

    /** One field in one change. */
    public record Line(String field, String from, String to) {}

    /** What the form starts with. */
    static Form form(Organisation now) {
        return Form.of(Map.of(
                "name",
                now.name(),
                "zone",
                now.zone().getId(),
                "number_scheme",
                now.numberScheme().pattern()));
    }

    /** Zones by the places they are named after. */
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .toList();
    }

    /** What the record says now against what was typed, after somebody else's change came first. */
    public List<Line> overtaken(Texts texts) {
        if (form.errors().stream().noneMatch(e -> e.code().equals("version-stale"))) {
            return List.of();
        }
        Organisation now = file.now();
        var lines = new ArrayList<Line>();
        add(lines, texts.say("organisation.name"), now.name(), form.value("name"));
        add(lines, texts.say("organisation.zone"), now.zone().getId(), form.value("zone"));
        add(lines, texts.say("organisation.scheme"), now.numberScheme().pattern(), form.value("number_scheme"));
        return lines;
    }

    /** What a change changed. */
    public List<Line> lines(OrganisationFile.Change change, Texts texts) {
        var lines = new ArrayList<Line>();
        Organisation from = change.from();
        Organisation to = change.to();
        add(lines, texts.say("organisation.name"), from.name(), to.name());
        add(
                lines,
                texts.say("organisation.zone"),
                from.zone().getId(),
                to.zone().getId());
        add(
                lines,
                texts.say("organisation.scheme"),
                from.numberScheme().pattern(),
                to.numberScheme().pattern());
        return lines;
    }

    /** Who decided something; empty where that is not known. */
    public String by(Step step) {
        return step.by().map(by -> names.getOrDefault(by, "")).orElse("");
    }

    private static void add(List<Line> lines, String field, String from, String to) {
        if (!from.equals(to.strip())) {
            lines.add(new Line(field, from, to));
        }
    }
}

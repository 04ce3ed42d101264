package org.plumbline.entities.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * A form for a new entity, or for one more statement about an entity that is there.
 *
 * @param about the entity, when it is there
 * @param schema chosen kind; empty while none is chosen
 * @param kinds kinds to choose from
 * @param fields properties of a new entity that are asked for first
 * @param choices properties to choose from for one more statement
 * @param targets entities that a statement can point to
 * @param person whether a role in the case is asked for
 */
public record EntityFormPage(
        CaseHeader header,
        Optional<NamedEntity> about,
        String schema,
        String kindLabel,
        List<Option> kinds,
        List<Field> fields,
        List<Option> choices,
        List<Option> targets,
        boolean person,
        Shared shared,
        Form form) {

    /**
     * @param name the field, {@code p-<property>}
     * @param choices its choices when it has some
     * @param marked whether the policy marks it
     * @param hint what it takes
     */
    public record Field(
            String name, String label, String hint, boolean optional, boolean marked, List<Option> choices) {}

    /** What every statement form offers: sources, grades, roles. */
    public record Shared(
            List<Option> sources,
            List<Option> sourceKinds,
            List<Option> kinds,
            List<Option> sourceGrades,
            List<Option> informationGrades,
            List<Option> locators,
            List<Option> roles) {}

    public EntityFormPage {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        choices = List.copyOf(choices);
        targets = List.copyOf(targets);
    }
}

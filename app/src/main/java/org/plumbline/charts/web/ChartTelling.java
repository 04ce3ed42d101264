package org.plumbline.charts.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.plumbline.charts.ChartLink;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.statement.Conflict;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.entities.EntityReading;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.SourceRecord;
import org.plumbline.kernel.MemberId;

/**
 * Tells what is stated of one entity or link, for the pane beside the chart. Marked statements stay on their own page.
 */
record ChartTelling(EntityReading reading, ChartSaying saying, ChartWords words) {

    ChartDetails entity() {
        EntityRecord entity = reading.entity();
        return new ChartDetails(
                caption(entity.id()).orElseGet(() -> saying.kind(entity.schema())),
                saying.entity(entity.id()),
                saying.kind(entity.schema()),
                entity.role()
                        .map(saying::role)
                        .map(role -> new ChartPage.Role(role.letter(), role.word()))
                        .orElse(null),
                words,
                statements((property, value) -> true));
    }

    ChartDetails link(ChartLink.Key key) {
        boolean itself = key.property().isEmpty();
        String verb = itself
                ? reading.schema()
                        .edge()
                        .map(edge -> edge.label())
                        .orElse(reading.schema().label())
                : property(key.property());
        return new ChartDetails(
                ChartSaying.capital(verb),
                saying.entity(key.holder()),
                saying.texts()
                        .say(
                                "charts.link.ends",
                                "from",
                                caption(key.source()).orElseGet(saying.texts()::unknown),
                                "to",
                                caption(key.target()).orElseGet(saying.texts()::unknown)),
                null,
                words,
                statements(
                        itself
                                ? (property, value) -> true
                                : (property, value) -> property.equals(key.property())
                                        && value.value().equals(key.target().toString())));
    }

    private List<ChartDetails.Statement> statements(BiPredicate<String, StatedValue> wanted) {
        return reading.view().map(view -> told(view, wanted)).orElse(List.of());
    }

    private List<ChartDetails.Statement> told(EntityView view, BiPredicate<String, StatedValue> wanted) {
        Set<String> disputed = view.conflicts().stream()
                .filter(Conflict.Values.class::isInstance)
                .map(Conflict.Values.class::cast)
                .map(Conflict.Values::property)
                .collect(Collectors.toSet());
        var told = new ArrayList<ChartDetails.Statement>();
        view.values()
                .forEach((property, values) -> values.stream()
                        .filter(value -> value.rule().openness() == Openness.OPEN && wanted.test(property, value))
                        .forEach(value -> told.add(told(property, value, disputed.contains(property)))));
        return told;
    }

    private ChartDetails.Statement told(String property, StatedValue value, boolean disputed) {
        Statement first = value.statements().getFirst();
        boolean concluded = value.statements().stream().allMatch(one -> one.grading() instanceof Grading.Assessment);
        ChartPage.Knowledge knowledge = ChartPage.Knowledge.FACT;
        if (concluded) {
            knowledge = ChartPage.Knowledge.ASSESSMENT;
        } else if (disputed) {
            knowledge = ChartPage.Knowledge.CONFLICT;
        }
        return new ChartDetails.Statement(
                property(property),
                shown(property, value.value()),
                knowledge,
                concluded ? grade(first.grading()) : null,
                by(first),
                chips(value));
    }

    private List<ChartPage.Source> chips(StatedValue value) {
        var cited = new LinkedHashSet<ChartLink.Cited>();
        for (Statement statement : value.statements()) {
            SourceRecord source =
                    reading.sources().get(UUID.fromString(statement.source().id()));
            if (source != null) {
                cited.add(new ChartLink.Cited(source, statement.source().locator()));
            }
        }
        return saying.chips(List.copyOf(cited));
    }

    private String by(Statement statement) {
        var recorder = new MemberId(statement.recording().by().value());
        return saying.texts()
                .say(
                        "charts.details.by",
                        "name",
                        reading.recorders()
                                .getOrDefault(recorder, saying.texts().unknown()),
                        "at",
                        statement.recording().at());
    }

    private static String grade(Grading grading) {
        return grading.sourceGrade().map(Enum::name).orElse("")
                + grading.informationGrade().map(grade -> " " + grade.number()).orElse("");
    }

    private String shown(String property, String value) {
        PropertyType type =
                reading.schema().property(property).map(Property::type).orElse(PropertyType.STRING);
        return switch (type) {
            case ENTITY -> caption(value).orElse(value);
            case DATE -> saying.day(value);
            default -> value;
        };
    }

    private Optional<String> caption(String id) {
        try {
            return caption(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> caption(UUID id) {
        EntityRecord named = id.equals(reading.entity().id())
                ? reading.entity()
                : reading.named().get(id);
        return Optional.ofNullable(named).map(EntityRecord::caption).filter(caption -> !caption.isBlank());
    }

    private String property(String name) {
        return reading.schema().property(name).map(Property::label).orElse(name);
    }
}

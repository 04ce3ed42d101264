package org.plumbline.engine.model.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.engine.model.Edge;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;

/** The links that one entity of an edge schema is: each stated source with each stated target. */
record EdgeLinks(EntityView view, Edge edge) {
    Stream<Link> links() {
        return End.of(view, edge.source())
                .flatMap(source -> End.of(view, edge.target()).map(target -> link(source, target)));
    }

    private Link link(End source, End target) {
        Set<UUID> statements = new LinkedHashSet<>();
        Stream.of(source, target)
                .flatMap(end -> end.value().statements().stream())
                .map(Statement::id)
                .forEach(statements::add);
        return new Link(
                source.id(),
                target.id(),
                view.schema().name(),
                edge.target(),
                edge.label(),
                edge.directed(),
                detail(),
                open(view.schema().startDates()),
                open(view.schema().endDates()),
                statements,
                source.value().rule().openness().and(target.value().rule().openness()),
                view.id());
    }

    private String detail() {
        return open(edge.caption()).stream().findFirst().orElse("");
    }

    /** The open values of the first of these properties that has any. */
    private List<String> open(List<String> properties) {
        return properties.stream()
                .map(property -> view.values(property).stream()
                        .filter(each -> each.rule().openness() == Openness.OPEN)
                        .map(StatedValue::value)
                        .toList())
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}

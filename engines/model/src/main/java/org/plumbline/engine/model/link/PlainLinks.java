package org.plumbline.engine.model.link;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PropertyType;

/** The links that the properties of one ordinary entity make. */
final class PlainLinks {
    private PlainLinks() {}

    static Stream<Link> of(EntityView view) {
        return view.values().keySet().stream()
                .flatMap(name -> view.schema().property(name).stream())
                .filter(property -> property.type() == PropertyType.ENTITY && !property.stub())
                .flatMap(property -> End.of(view, property.name()).map(end -> link(view, property, end)));
    }

    private static Link link(EntityView view, Property property, End end) {
        return new Link(
                view.id(),
                end.id(),
                view.schema().name(),
                property.name(),
                property.label(),
                true,
                "",
                List.of(),
                List.of(),
                end.value().statements().stream().map(Statement::id).collect(Collectors.toSet()),
                end.value().rule().openness(),
                null);
    }
}

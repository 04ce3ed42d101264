package org.plumbline.engine.model.link;

import java.util.stream.Stream;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.value.Checked;
import org.plumbline.engine.model.value.PropertyType;

/** An entity that a value names, with that value. */
record End(EntityId id, StatedValue value) {
    /** One for each value of the property that can be an entity's id. */
    static Stream<End> of(EntityView view, String property) {
        return view.values(property).stream().flatMap(End::named);
    }

    private static Stream<End> named(StatedValue value) {
        return PropertyType.ENTITY.check(value.value()) instanceof Checked.Valid id
                ? Stream.of(new End(new EntityId(id.normal()), value))
                : Stream.empty();
    }
}

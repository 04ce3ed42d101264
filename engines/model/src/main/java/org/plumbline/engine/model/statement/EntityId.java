package org.plumbline.engine.model.statement;

import org.plumbline.engine.model.value.Checked;
import org.plumbline.engine.model.value.PropertyType;

/** Identifies an entity: 1 to 200 characters without white space, as FollowTheMoney has them. */
public record EntityId(String value) {
    public EntityId {
        if (PropertyType.ENTITY.check(value) instanceof Checked.Invalid || !value.equals(value.strip())) {
            throw new IllegalArgumentException("an entity id has 1 to 200 characters without white space");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

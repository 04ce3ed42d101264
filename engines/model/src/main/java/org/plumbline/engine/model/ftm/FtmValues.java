package org.plumbline.engine.model.ftm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Rule;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.value.Checked;
import tools.jackson.databind.JsonNode;

/** Collects the values of one line, and what was left out of it. */
final class FtmValues {
    private final Policy policy;
    private final Schema schema;
    private final Map<String, Map<String, FtmValue>> values = new LinkedHashMap<>();
    private final List<FtmRow.LeftOut> leftOut = new ArrayList<>();

    FtmValues(Policy policy, Schema schema) {
        this.policy = policy;
        this.schema = schema;
    }

    Map<String, List<FtmValue>> read() {
        var read = new LinkedHashMap<String, List<FtmValue>>();
        values.forEach((property, byNormal) -> read.put(property, List.copyOf(byNormal.values())));
        return read;
    }

    List<FtmRow.LeftOut> leftOut() {
        return leftOut;
    }

    void read(String name, JsonNode node) {
        Optional<Property> property = schema.property(name);
        if (property.isEmpty()) {
            leaveOut(name, FtmFault.UNKNOWN_PROPERTY, "not a property of " + schema.name());
            return;
        }
        Rule rule = policy.of(schema.name(), name);
        if (rule.openness() == Openness.REFUSED) {
            leaveOut(name, FtmFault.REFUSED_PROPERTY, rule.reason());
        } else if (property.get().stub()) {
            leaveOut(
                    name,
                    FtmFault.MIRRORED_PROPERTY,
                    "stated by " + property.get().range());
        } else if (node.isArray()) {
            node.forEach(each -> value(property.get(), each, rule.openness()));
        } else {
            value(property.get(), node, rule.openness());
        }
    }

    private void value(Property property, JsonNode node, Openness openness) {
        if (node.isNull()) {
            return;
        }
        if (!node.isValueNode()) {
            leaveOut(property.name(), FtmFault.NESTED_VALUE, "a text");
            return;
        }
        String raw = node.asString();
        switch (property.check(raw)) {
            case Checked.Valid valid -> add(property.name(), new FtmValue(valid.normal(), raw, openness));
            case Checked.Invalid invalid ->
                leftOut.add(new FtmRow.LeftOut(property.name(), invalid.code().code(), invalid.detail()));
        }
    }

    private void add(String property, FtmValue value) {
        values.computeIfAbsent(property, name -> new LinkedHashMap<>()).putIfAbsent(value.value(), value);
    }

    private void leaveOut(String property, FtmFault fault, String detail) {
        leftOut.add(new FtmRow.LeftOut(property, fault.code(), detail));
    }
}

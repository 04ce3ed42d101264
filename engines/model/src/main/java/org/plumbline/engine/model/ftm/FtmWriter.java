package org.plumbline.engine.model.ftm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes FollowTheMoney JSON lines: a bulk export, so only what the policy leaves open goes out. */
public final class FtmWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Policy policy;
    private final Appendable out;

    public FtmWriter(Policy policy, Appendable out) {
        this.policy = policy;
        this.out = out;
    }

    /**
     * Writes one line, keys and properties always in the same order. An entity whose schema is not open writes nothing.
     *
     * @return how many values were withheld because they are not open
     */
    public int write(FtmEntity entity) throws IOException {
        int all = entity.properties().values().stream().mapToInt(List::size).sum();
        if (policy.of(entity.schema()).openness() != Openness.OPEN) {
            return all;
        }
        Map<String, List<String>> open = open(entity);
        out.append(JSON.writeValueAsString(line(entity, open))).append('\n');
        return all - open.values().stream().mapToInt(List::size).sum();
    }

    private Map<String, List<String>> open(FtmEntity entity) {
        var open = new TreeMap<String, List<String>>();
        entity.properties().forEach((property, values) -> {
            if (policy.mayExportInBulk(entity.schema(), property)) {
                var texts = new ArrayList<String>();
                values.stream().map(FtmValue::value).forEach(texts::add);
                open.put(property, texts);
            }
        });
        return open;
    }

    private static ObjectNode line(FtmEntity entity, Map<String, List<String>> open) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", entity.id().value());
        line.put("schema", entity.schema());
        ObjectNode properties = line.putObject("properties");
        open.forEach((property, values) -> {
            var list = properties.putArray(property);
            values.forEach(list::add);
        });
        list(line, "datasets", entity.datasets());
        list(line, "referents", entity.referents());
        text(line, "first_seen", entity.seen().first());
        text(line, "last_seen", entity.seen().last());
        text(line, "last_change", entity.seen().changed());
        return line;
    }

    private static void list(ObjectNode line, String field, List<String> values) {
        if (!values.isEmpty()) {
            var list = line.putArray(field);
            values.forEach(list::add);
        }
    }

    private static void text(ObjectNode line, String field, String value) {
        if (!value.isEmpty()) {
            line.put(field, value);
        }
    }
}

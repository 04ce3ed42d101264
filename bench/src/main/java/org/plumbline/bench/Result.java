package org.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result of a run, as {@code bench-NAME.json} holds it. */
record Result(String bench, String commit, String machine, Instant when, List<Row> rows) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Result {
        rows = List.copyOf(rows);
    }

    String json() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("bench", bench);
        fields.put("commit", commit);
        fields.put("machine", machine);
        fields.put("when", when.toString());
        fields.put("rows", rows.stream().map(Result::fields).toList());
        return JSON.writeValueAsString(fields) + "\n";
    }

    Path write(Path folder) {
        try {
            return Files.writeString(folder.resolve("bench-" + bench + ".json"), json(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The result can't be written to " + folder, e);
        }
    }

    private static Map<String, @Nullable Object> fields(Row row) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("id", row.id());
        fields.put("measure", row.measure());
        fields.put("unit", row.unit());
        fields.put("plumbline", row.plumbline());
        fields.put("peer", row.peer());
        fields.put("peer_config", row.peerConfig());
        fields.put("peer_value", row.peerValue());
        fields.put("limit", row.limit());
        fields.put("ratio", row.ratio());
        fields.put("spread", row.spread());
        fields.put("goal", row.goal());
        fields.put("met", row.met());
        fields.put("note", row.note());
        return fields;
    }
}

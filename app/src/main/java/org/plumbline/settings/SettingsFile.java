package org.plumbline.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** A {@code plumbline.toml} as keys with points between tables; lists become text with commas. */
final class SettingsFile {
    /** Nobody writes more by hand. */
    private static final long MOST_BYTES = 1 << 20;

    private SettingsFile() {}

    /** @throws SettingsRefused where it can't be read, with the place of a fault in it */
    static Map<String, String> read(Path file) throws SettingsRefused {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(file + " is larger than 1 MB and so no file of settings");
            }
            var keys = new LinkedHashMap<String, String>();
            flatten("", new TomlMapper().readTree(Files.readString(file)), keys, file);
            return keys;
        } catch (NoSuchFileException e) {
            throw refused(file + " isn't there");
        } catch (IOException e) {
            throw refused(file + " can't be read: " + e.getMessage());
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw refused(file + (place == null ? "" : ", line " + place.getLineNr()) + ": " + e.getOriginalMessage());
        }
    }

    private static void flatten(String above, JsonNode node, Map<String, String> keys, Path file)
            throws SettingsRefused {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String key = above + each.getKey();
            JsonNode value = each.getValue();
            if (value.isObject()) {
                flatten(key + ".", value, keys, file);
            } else if (value.isArray()) {
                keys.put(key, list(key, value, file));
            } else {
                keys.put(key, value.asString());
            }
        }
    }

    private static String list(String key, JsonNode list, Path file) throws SettingsRefused {
        List<JsonNode> parts = StreamSupport.stream(list.spliterator(), false).toList();
        if (parts.stream().anyMatch(JsonNode::isContainer)) {
            throw refused(file + ": " + key + " is a list of something else than texts");
        }
        return parts.stream().map(JsonNode::asString).collect(Collectors.joining(","));
    }

    private static SettingsRefused refused(String problem) {
        return new SettingsRefused(List.of(problem));
    }
}

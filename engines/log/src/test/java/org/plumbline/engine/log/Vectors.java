package org.plumbline.engine.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vector files that lie beside the checkout. */
public final class Vectors {
    private static final Path ALL = Path.of("..", "..", "..", "shared", "data", "vectors");

    private Vectors() {}

    /** Whether they are there: tests on them are skipped only where they are not. */
    public static boolean areThere() {
        return Files.isDirectory(ALL);
    }

    /** A folder of them. */
    public static Path folder(String name) {
        return ALL.resolve(name);
    }

    /** The JSON files below a folder, in order. */
    public static List<Path> json(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** The content of a JSON file. */
    public static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}

package org.plumbline.engine.evidence;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the shared vectors lie: beside the repository, or beside whatever holds it. */
public final class Vectors {
    private Vectors() {}

    /** A folder of them. */
    public static Path folder(String name) {
        Path module = Path.of("").toAbsolutePath();
        for (Path above = module; above != null; above = above.getParent()) {
            Path found = above.resolveSibling("shared").resolve("data/vectors").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return module.resolve("../shared/data/vectors").resolve(name);
    }
}

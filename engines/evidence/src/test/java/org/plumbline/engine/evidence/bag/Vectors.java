package org.plumbline.engine.evidence.bag;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the shared vectors lie: beside the repository, or beside whatever holds it. */
final class Vectors {
    private Vectors() {}

    static Path folder(String name) {
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

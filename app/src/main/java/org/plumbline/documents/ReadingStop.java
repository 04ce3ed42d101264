package org.plumbline.documents;

import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.documents.extract.Wall;
import org.springframework.stereotype.Component;

/** Whether the reading of files stands still, since walls around the readers are missing that have to stand. */
@Component
public class ReadingStop {
    private final ExtractorPool pool;

    ReadingStop(ExtractorPool pool) {
        this.pool = pool;
    }

    /** The names of the missing walls; absent while files are read. */
    public Optional<String> missing() {
        if (pool.closed() || pool.reads()) {
            return Optional.empty();
        }
        return Optional.of(pool.missing().stream().sorted().map(Wall::code).collect(Collectors.joining(", ")));
    }
}

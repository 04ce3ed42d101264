package org.plumbline.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Room on the disk of the data folder that is never written into: below it nothing new is taken, so that what is there
 * can still be read, recorded and stopped in order.
 */
@Component
public class DiskReserve {
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

    private final Path data;
    private final long least;
    private final AtomicReference<Look> last;

    /** What was seen when. */
    private record Look(long nanos, boolean reached) {}

    DiskReserve(@Value("${plumbline.data}") Path data, @Value("${plumbline.storage.reserve:1GB}") DataSize least) {
        this.data = data.toAbsolutePath();
        this.least = least.toBytes();
        this.last = new AtomicReference<>(look());
    }

    /** Whether less is left; looked at every two seconds. A disk that says nothing is taken for one with room. */
    public boolean isReached() {
        Look seen = last.get();
        if (System.nanoTime() - seen.nanos() < LOOK_AGAIN_NANOS) {
            return seen.reached();
        }
        Look now = look();
        last.set(now);
        return now.reached();
    }

    /** How many bytes it has. */
    public long bytes() {
        return least;
    }

    /** What the disk of the data folder has left; absent where it does not say. */
    public OptionalLong free() {
        try {
            Path there = Files.exists(data) ? data : data.getRoot();
            return OptionalLong.of(Files.getFileStore(there).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private Look look() {
        return new Look(System.nanoTime(), free().orElse(Long.MAX_VALUE) < least);
    }
}

package org.plumbline.watching;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The disk of the data folder: whether it takes writes, and whether it has more room than the reserve that is never
 * written into. Below it nothing new is taken, so that what is there can still be read, recorded and stopped in order.
 */
@Component
public class DiskReserve implements ObstacleSource {
    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

    /** PostgreSQL takes a file of its log, of 16 MB, at a time: with less it soon stops. */
    private static final long NO_ROOM = 16L << 20;

    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final String CLOSED = "emergency_ro";

    private final Path data;
    private final long least;
    private final AtomicReference<Look> last;

    /** What was seen when. */
    private record Look(long nanos, Set<Obstacle> found) {}

    DiskReserve(@Value("${plumbline.data}") Path data, @Value("${plumbline.storage.reserve:1GB}") DataSize least) {
        this.data = data.toAbsolutePath();
        this.least = least.toBytes();
        this.last = new AtomicReference<>(new Look(System.nanoTime(), found()));
    }

    /** How many bytes it has. */
    public long bytes() {
        return least;
    }

    /** What the disk of the data folder has left; absent where it does not say. */
    public OptionalLong free() {
        try {
            return OptionalLong.of(store().getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    /** Whether so much more leaves the reserve untouched. A disk that says nothing is taken for one with room. */
    public boolean hasRoom(long more) {
        OptionalLong free = free();
        return free.isEmpty() || free.getAsLong() - least >= more;
    }

    /** What was found at most two seconds ago. A disk that says nothing is taken for one with room. */
    @Override
    public Set<Obstacle> standing() {
        Look seen = last.get();
        return System.nanoTime() - seen.nanos() < LOOK_AGAIN_NANOS ? seen.found() : look();
    }

    @Override
    public Set<Obstacle> look() {
        Set<Obstacle> now = found();
        Look before = last.getAndSet(new Look(System.nanoTime(), now));
        if (!before.found().equals(now)) {
            LOG.warn("The disk of the data folder: {} (before: {})", said(now), said(before.found()));
        }
        return now;
    }

    private static String said(Set<Obstacle> found) {
        return found.isEmpty()
                ? "takes writes"
                : String.join(", ", found.stream().map(Obstacle::code).toList());
    }

    private Set<Obstacle> found() {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        try {
            FileStore store = store();
            long free = store.getUsableSpace();
            if (free < least) {
                found.add(Obstacle.DISK_RESERVE);
            }
            if (!takesWrites()) {
                found.add(isReadOnly(store) ? Obstacle.DISK_READ_ONLY : refusing(free));
            } else if (free < Math.min(NO_ROOM, least)) {
                found.add(Obstacle.DISK_FULL);
            }
        } catch (IOException unknown) {
            LOG.debug("The disk of the data folder says nothing", unknown);
        }
        return Set.copyOf(found);
    }

    private FileStore store() throws IOException {
        return Files.getFileStore(Files.exists(data) ? data : data.getRoot());
    }

    /** Linux leaves "rw" on a file system that it has closed after a fault, and adds a word. */
    private static boolean isReadOnly(FileStore store) throws IOException {
        return store.isReadOnly()
                || Files.readAllLines(MOUNTS).stream()
                        .map(line -> line.split(" "))
                        .anyMatch(mount -> mount[0].equals(store.name()) && mount[3].contains(CLOSED));
    }

    private static Obstacle refusing(long free) {
        return free < NO_ROOM ? Obstacle.DISK_FULL : Obstacle.DISK_REFUSES;
    }

    private synchronized boolean takesWrites() {
        if (!Files.isDirectory(data)) {
            return true; // made at the first start
        }
        try {
            WriteProbe.write(data);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}

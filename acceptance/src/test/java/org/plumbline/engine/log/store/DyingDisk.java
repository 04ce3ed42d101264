package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * Platters as one process sees them, up to the step in the middle of which it dies: a write leaves a random beginning,
 * a rename or sync is done or is not, and nothing can be done from then on.
 */
public final class DyingDisk implements Disk {
    private final Platters platters;
    private final Random random;
    private final int last;
    private int steps;

    /** The process is gone. */
    public static final class Died extends IOException {
        Died(int step) {
            super("died at step " + step);
        }
    }

    /** @param last the step it dies in, counted from one */
    public DyingDisk(Platters platters, Random random, int last) {
        this.platters = platters;
        this.random = random;
        this.last = last;
    }

    /** One that outlives its process. */
    public static DyingDisk never(Platters platters, Random random) {
        return new DyingDisk(platters, random, Integer.MAX_VALUE);
    }

    /** Whether it came to that. */
    public boolean isDead() {
        return steps >= last;
    }

    /** How much was asked of it. */
    public int steps() {
        return steps;
    }

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        if (isDead()) {
            throw new Died(steps);
        }
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step(() -> platters.makeFolder(folder));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (!isDead() && steps + 1 == last) {
            platters.write(file, bytes, random.nextInt(bytes.length + 1));
        }
        step(() -> platters.write(file, bytes, bytes.length));
    }

    @Override
    public void sync(Path file) throws IOException {
        step(() -> platters.sync(file));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(() -> platters.rename(from, to));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step(() -> platters.syncFolder(folder));
    }

    /** What a step does. */
    @FunctionalInterface
    private interface Act {
        void run() throws IOException;
    }

    private void step(Act act) throws IOException {
        if (isDead()) {
            throw new Died(steps);
        }
        steps++;
        if (!isDead() || random.nextBoolean()) {
            act.run();
        }
        if (isDead()) {
            throw new Died(steps);
        }
    }
}

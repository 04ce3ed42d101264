package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory that can stop at any step. After a kill everything written is still there; after a power cut only
 * what was synced surely is: each file not synced holds some beginning of its content or garbage, and each name whose
 * folder was not synced may be the old or the new one.
 */
final class SimulatedDisk implements Disk {
    /** The machine stopped. */
    static final class Stopped extends IOException {
        Stopped(int step) {
            super("stopped at step " + step);
        }
    }

    /** A file's content as programs see it, and as it surely is on the platters. */
    private static final class Inode {
        byte[] seen = new byte[0];
        byte[] kept = new byte[0];
    }

    private final Random random;
    private final Path root;
    private Map<Path, Inode> names = new TreeMap<>();
    private Map<Path, Inode> keptNames = new TreeMap<>();
    private final Set<Path> folders = new HashSet<>();
    private Set<Path> keptFolders = new HashSet<>();
    private int steps;
    private int stopAt = Integer.MAX_VALUE;

    SimulatedDisk(Random random, Path root) {
        this.random = random;
        this.root = root;
        folders.add(root);
        keptFolders.add(root);
    }

    int steps() {
        return steps;
    }

    /** Stops in the middle of the step of this number, counted from now. */
    void stopAt(int step) {
        steps = 0;
        stopAt = step;
    }

    /** The process is gone, the machine runs on. */
    void kill() {
        stopAt(Integer.MAX_VALUE);
    }

    /** The machine is gone as well. */
    void cutPower() {
        stopAt(Integer.MAX_VALUE);
        folders.removeIf(folder -> !keptFolders.contains(folder) && random.nextBoolean());
        folders.removeIf(folder -> !hasParents(folder));
        keptFolders = new HashSet<>(folders);
        var survived = new TreeMap<Path, Inode>();
        Set<Path> all = new HashSet<>(names.keySet());
        all.addAll(keptNames.keySet());
        for (Path name : all) {
            Inode inode = random.nextBoolean() ? names.get(name) : keptNames.get(name);
            if (inode != null && hasParents(name)) {
                survived.put(name, afterPowerCut(inode));
            }
        }
        names = survived;
        keptNames = new TreeMap<>(survived);
    }

    @Override
    public Optional<byte[]> read(Path file) {
        return Optional.ofNullable(names.get(file)).map(inode -> inode.seen.clone());
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        if (!folders.contains(folder.getParent())) {
            throw new NoSuchFileException(folder.toString());
        }
        step(() -> folders.add(folder));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (!folders.contains(file.getParent())) {
            throw new NoSuchFileException(file.toString());
        }
        Inode inode = names.computeIfAbsent(file, path -> new Inode());
        inode.seen = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        step(() -> inode.seen = bytes.clone());
    }

    @Override
    public void sync(Path file) throws IOException {
        Inode inode = existing(file);
        step(() -> inode.kept = inode.seen);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Inode inode = existing(from);
        step(() -> {
            names.remove(from);
            names.put(to, inode);
        });
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        step(() -> {
            folders.stream().filter(each -> folder.equals(each.getParent())).forEach(keptFolders::add);
            keptNames.keySet().removeIf(name -> folder.equals(name.getParent()));
            names.forEach((name, inode) -> {
                if (folder.equals(name.getParent())) {
                    keptNames.put(name, inode);
                }
            });
        });
    }

    /** Stopping in the middle of an act leaves it done or not, as it comes. */
    private void step(Runnable act) throws Stopped {
        boolean stops = ++steps >= stopAt;
        if (!stops || random.nextBoolean()) {
            act.run();
        }
        if (stops) {
            throw new Stopped(steps);
        }
    }

    private Inode existing(Path file) throws NoSuchFileException {
        Inode inode = names.get(file);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return inode;
    }

    private boolean hasParents(Path path) {
        Path parent = path.getParent();
        return path.equals(root) || (parent != null && folders.contains(parent) && hasParents(parent));
    }

    private Inode afterPowerCut(Inode inode) {
        var after = new Inode();
        after.seen = inode.kept;
        if (!Arrays.equals(inode.kept, inode.seen)) {
            after.seen = Arrays.copyOf(inode.seen, random.nextInt(inode.seen.length + 1));
            if (after.seen.length > 0 && random.nextBoolean()) {
                after.seen[random.nextInt(after.seen.length)] = 0;
            }
        }
        after.kept = after.seen;
        return after;
    }
}

package org.plumbline.custody.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.kernel.CaseId;

/** Objects as files of the data folder: {@code <case>/<first two digits>/<name>}. */
final class FileStore implements VaultStore {
    private static final int SLICE = 1 << 20;
    private static final int LENGTH_OF_ID = 36;

    private final Path root;

    FileStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(ObjectName name, Path finished) throws IOException {
        Path place = file(name);
        if (exists(name)) {
            Files.deleteIfExists(finished);
            return;
        }
        Path folder = place.resolveSibling("");
        boolean made = Files.notExists(folder);
        Files.createDirectories(folder);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        flush(folder);
        if (made) {
            flush(folder.resolveSibling(""));
            flush(root);
        }
    }

    @Override
    public Optional<StoredObject> open(ObjectName name) throws IOException {
        try {
            return Optional.of(open(file(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(ObjectName name) {
        return Files.isRegularFile(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        if (Files.deleteIfExists(file(name))) {
            flush(file(name).resolveSibling(""));
        }
    }

    @Override
    public void erase(CaseId caseId) throws IOException {
        Path folder = root.resolve(caseId.toString());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
            flush(root);
        }
    }

    @Override
    public List<CaseId> cases() throws IOException {
        var cases = new ArrayList<CaseId>();
        for (Path folder : inside(root)) {
            if (folder.getFileName().toString().length() == LENGTH_OF_ID && Files.isDirectory(folder)) {
                cases.add(new CaseId(UUID.fromString(folder.getFileName().toString())));
            }
        }
        return cases;
    }

    @Override
    public List<ObjectName> list(CaseId caseId) throws IOException {
        var names = new ArrayList<ObjectName>();
        for (Path folder : inside(root.resolve(caseId.toString()))) {
            for (Path file : inside(folder)) {
                String name = file.getFileName().toString();
                if (ObjectName.isOne(name)) {
                    names.add(new ObjectName(caseId, name));
                }
            }
        }
        return names;
    }

    private Path file(ObjectName name) {
        return root.resolve(name.caseId().toString())
                .resolve(name.name().substring(0, 2))
                .resolve(name.name());
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    static StoredObject open(Path file) throws IOException {
        return new Opened(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** In slices: the virtual machine keeps a buffer of its own of the size of the largest read for each thread. */
    private record Opened(FileChannel channel) implements StoredObject {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(long position, byte[] into, int most) throws IOException {
            int got = 0;
            int some = 0;
            while (got < most && some >= 0) {
                some = channel.read(ByteBuffer.wrap(into, got, Math.min(SLICE, most - got)), position + got);
                got += Math.max(0, some);
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

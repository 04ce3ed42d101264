package org.plumbline.engine.log.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Linux's {@code syncfs(2)}: one call after which everything written to a file system outlasts a power cut, where one
 * {@code fsync} for each of thousands of tiles would wait for the disk thousands of times. From Linux 5.8 on it also
 * reports what could not be written since the folder was opened; older kernels and other systems are not asked.
 */
final class FileSystemSync implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})");
    private static final int FIRST_MAJOR = 5;
    private static final int FIRST_MINOR = 8;

    /** {@code O_RDONLY | O_CLOEXEC} of Linux on x86-64 and AArch64. */
    private static final int READ_ONLY = 0x80000;

    private static final Optional<Calls> CALLS = linux() ? Calls.link() : Optional.empty();

    private final Calls calls;
    private final Path folder;
    private final int descriptor;

    private FileSystemSync(Calls calls, Path folder, int descriptor) {
        this.calls = calls;
        this.folder = folder;
        this.descriptor = descriptor;
    }

    /** The functions of the C library. */
    private record Calls(MethodHandle open, MethodHandle syncfs, MethodHandle close) {
        @SuppressWarnings("restricted") // Three functions of the C library, whose signatures POSIX and Linux fix.
        static Optional<Calls> link() {
            var linker = Linker.nativeLinker();
            var ofNumber = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            var ofPath = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
            var c = linker.defaultLookup();
            try {
                return Optional.of(new Calls(
                        linker.downcallHandle(c.findOrThrow("open"), ofPath, Linker.Option.firstVariadicArg(2)),
                        linker.downcallHandle(c.findOrThrow("syncfs"), ofNumber),
                        linker.downcallHandle(c.findOrThrow("close"), ofNumber)));
            } catch (IllegalCallerException | java.util.NoSuchElementException notHere) {
                return Optional.empty();
            }
        }
    }

    /**
     * The file system of a folder, opened before what is to be synced is written, so that no failure of it is missed;
     * absent where this cannot be asked.
     */
    static Optional<FileSystemSync> of(Path folder) throws IOException {
        if (CALLS.isEmpty()) {
            return Optional.empty();
        }
        Calls calls = CALLS.get();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(folder.toAbsolutePath().toString());
            int descriptor = (int) calls.open().invokeExact(name, READ_ONLY);
            return descriptor < 0 ? Optional.empty() : Optional.of(new FileSystemSync(calls, folder, descriptor));
        } catch (Throwable e) {
            throw new IOException("The file system of " + folder + " cannot be opened", e);
        }
    }

    /** Returns once everything written to the file system outlasts a power cut. */
    void sync() throws IOException {
        if (call(calls.syncfs()) != 0) {
            throw new IOException("The file system of " + folder + " could not be synced");
        }
    }

    @Override
    public void close() throws IOException {
        call(calls.close());
    }

    private int call(MethodHandle function) throws IOException {
        try {
            return (int) function.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new IOException("The file system of " + folder + " cannot be asked", e);
        }
    }

    private static boolean linux() {
        Matcher version = VERSION.matcher(System.getProperty("os.version", ""));
        if (!System.getProperty("os.name", "").equals("Linux") || !version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > FIRST_MAJOR || (major == FIRST_MAJOR && Integer.parseInt(version.group(2)) >= FIRST_MINOR);
    }
}

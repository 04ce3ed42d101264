package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader that has been taken over, run in a worker's place. Its first argument comes on standard input: what it
 * tries. It says {@code did} and what it got, or {@code refused} and why, on standard output.
 */
final class Hostile {
    /** More than any bound here, and little enough to harm no machine whose bound does not hold. */
    private static final int MOST_CHILDREN = 300;

    private static final long PTRACE_ATTACH = 16;
    private static final int MOST_PIECES = 64;
    private static final long PIECE = 64L << 20;

    private Hostile() {}

    public static void main(String[] arguments) throws IOException {
        String[] words = new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n", -1);
        try {
            System.out.println("did " + attempt(words[0], words.length > 1 ? words[1] : ""));
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            System.out.println("refused " + refused);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String attempt(String what, String where) throws IOException {
        return switch (what) {
            case "read" -> Files.readString(Path.of(where));
            case "write" -> String.valueOf(Files.writeString(Path.of(where), "written"));
            case "list" -> listed(Path.of(where));
            case "connect" -> connect(Integer.parseInt(where));
            case "unix" -> unix(where);
            case "fork" -> fork();
            case "large" -> large(Path.of(where));
            case "memory" -> memory();
            case "trace" -> trace(Integer.parseInt(where));
            case "stay" -> stay();
            case "run" -> run(where.split(" ", -1));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String listed(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    private static String connect(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.toString();
        }
    }

    private static String unix(String path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return String.valueOf(channel.connect(UnixDomainSocketAddress.of(path)));
        }
    }

    /** Starts nothing unless the bound is found set. */
    private static String fork() throws IOException {
        String limits = Files.readString(Path.of("/proc/self/limits"));
        String bound = limits.lines()
                .filter(l -> l.startsWith("Max processes"))
                .findFirst()
                .orElseThrow()
                .replaceAll(" +", " ");
        if (!bound.startsWith("Max processes 128 128")) {
            throw new IllegalStateException("not tried: " + bound);
        }
        List<Process> children = new ArrayList<>();
        try {
            while (children.size() < MOST_CHILDREN) {
                children.add(new ProcessBuilder("sleep", "600").start());
            }
        } catch (IOException | OutOfMemoryError refused) {
            throw new IOException("after some", refused);
        } finally {
            children.forEach(Process::destroyForcibly);
        }
        return children.size() + " processes";
    }

    private static String large(Path file) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(100L << 30);
            out.write(1);
            return "a file of 100 GB";
        }
    }

    private static String memory() {
        try (Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < MOST_PIECES; i++) {
                // Filled with zeros, so each is really taken.
                arena.allocate(PIECE);
            }
        }
        return MOST_PIECES * PIECE + " bytes";
    }

    /** Attaches to a process as a debugger would. */
    @SuppressWarnings("restricted") // ptrace is a function of the C library
    private static String trace(int process) throws IOException {
        Linker linker = Linker.nativeLinker();
        StructLayout captured = Linker.Option.captureStateLayout();
        MethodHandle ptrace = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ptrace"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG),
                Linker.Option.captureCallState("errno"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(captured);
            long result = (long) ptrace.invokeExact(state, PTRACE_ATTACH, (long) process, 0L, 0L);
            if (result != 0) {
                VarHandle errno = captured.varHandle(MemoryLayout.PathElement.groupElement("errno"));
                throw new IOException("errno " + (int) errno.get(state, 0L));
            }
            return "attached";
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does not end, whoever goes away. */
    private static String stay() {
        System.out.println("staying");
        System.out.flush();
        while (true) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }
}

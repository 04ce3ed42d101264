package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.OutsideTool;

/**
 * Reads an archive with bsdtar, run as a program of its own inside the worker's walls. It writes no file: it turns the
 * archive into one stream in the form of tar (bsdtar(1), "@archive"), so that a member's name is never a path here.
 */
final class OutsideArchive {
    private static final int MOST_SAID = 1 << 16;

    private OutsideArchive() {}

    /** What is done with each member. */
    private interface Taking {
        void take(String path, InputStream bytes) throws IOException;
    }

    static boolean reads(Source source) {
        return source.task().outside().containsKey(OutsideTool.BSDTAR);
    }

    /** Every member becomes a child. */
    static void members(Source source, Gathering into) throws IOException {
        run(
                source,
                into,
                (path, bytes) -> into.child(bytes, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER));
    }

    /** Gives those members their bytes that are packed by a method which their own reader doesn't know. */
    static void fill(Source source, Gathering into) throws IOException {
        Map<String, Deque<Integer>> places = into.unsupported();
        if (places.isEmpty() || !reads(source)) {
            return;
        }
        runAsWell(source, into, (path, bytes) -> {
            Deque<Integer> named = places.get(Names.slashed(Names.bounded(path)));
            if (named != null && !named.isEmpty()) {
                into.fill(named.removeFirst(), bytes);
            }
        });
    }

    /** Runs it for members that have a standing already: where it gives up too, they keep that. */
    private static void runAsWell(Source source, Gathering into, Taking taking) throws IOException {
        try {
            run(source, into, taking);
        } catch (EncryptedMembers | UnreadByTool e) {
            // The members it didn't come to are named as unsupported.
        }
    }

    private static void run(Source source, Gathering into, Taking taking) throws IOException {
        into.readWith(OutsideTool.BSDTAR);
        Path said = Files.createTempFile(Path.of("").toAbsolutePath(), "said", "");
        Process process = start(source, said);
        try (InputStream out = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            process.getOutputStream().close();
            IOException cut = take(out, taking);
            if (process.waitFor() != 0 || cut != null) {
                throw broken(said, cut, into.hasChildren());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(said);
        }
    }

    private static Process start(Source source, Path said) throws IOException {
        String program = String.valueOf(source.task().outside().get(OutsideTool.BSDTAR));
        ProcessBuilder builder = new ProcessBuilder(
                        // Written block by block: what came before a break is not lost with a buffer.
                        List.of(program, "-c", "-P", "-b", "1", "--format", "gnutar", "-f", "-", "@" + source.file()))
                .redirectError(said.toFile());
        builder.environment().clear();
        // Names are written as they stand, or in UTF-8 where the archive says what they are written in.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Takes the members of the stream; returns what broke it, if anything did. */
    private static @Nullable IOException take(InputStream out, Taking taking) {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(out, StandardCharsets.ISO_8859_1.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                    taking.take(name(entry), tar);
                }
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static String name(TarArchiveEntry entry) {
        return Charsets.decode(entry.getName().getBytes(StandardCharsets.ISO_8859_1), "");
    }

    /** What it says is not kept, since it may quote names; only whether it asks for a password is looked for. */
    private static IOException broken(Path said, @Nullable IOException cut, boolean kept) throws IOException {
        try (InputStream in = Files.newInputStream(said)) {
            String words = new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
            if (!kept && (words.contains("ncrypt") || words.contains("assphrase"))) {
                return new EncryptedMembers(cut);
            }
        }
        return new UnreadByTool(cut);
    }

    /** The rest of the archive needs a password. */
    private static final class EncryptedMembers extends IOException {
        private static final long serialVersionUID = 1L;

        EncryptedMembers(@Nullable IOException cause) {
            super("Members need a password", cause);
        }
    }

    /** The tool gave up on the archive. */
    private static final class UnreadByTool extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadByTool(@Nullable IOException cause) {
            super("bsdtar could not read the archive to its end", cause);
        }
    }
}

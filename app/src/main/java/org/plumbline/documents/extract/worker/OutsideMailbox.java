package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Limits;
import org.plumbline.documents.extract.OutsideTool;

/**
 * Reads an Outlook data file with readpst, run as a program of its own inside the worker's walls. It writes items into
 * a folder of the worker's own scratch, numbered in folders that it names itself; they become children and it is
 * emptied.
 */
final class OutsideMailbox {
    /** Between two looks at how much has been written. */
    private static final int LOOK_MILLIS = 200;

    private OutsideMailbox() {}

    static boolean reads(Source source) {
        return source.task().outside().containsKey(OutsideTool.READPST);
    }

    /** Every item becomes a child; false when the tool says that it cannot read the file. */
    static boolean items(Source source, Gathering into) throws IOException {
        into.readWith(OutsideTool.READPST);
        Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "items");
        try {
            boolean read = run(source, folder, into);
            for (Path item : files(folder)) {
                child(folder, item, into);
            }
            return read || into.hasChildren();
        } finally {
            delete(folder);
        }
    }

    private static boolean run(Source source, Path folder, Gathering into) throws IOException {
        String program = String.valueOf(source.task().outside().get(OutsideTool.READPST));
        ProcessBuilder builder = new ProcessBuilder(
                        // Each item by itself, mails, appointments, journal entries and contacts, in UTF-8, with the
                        // deleted ones and without the same text again as RTF (readpst(1)).
                        List.of(
                                program,
                                "-e",
                                "-8",
                                "-D",
                                "-b",
                                "-q",
                                "-j",
                                "0",
                                "-t",
                                "eajc",
                                "-o",
                                folder.toString(),
                                source.file().toString()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                bound(folder, into);
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ends the reading when more is written than may be kept; what is there counts once more when it is taken. */
    private static void bound(Path folder, Gathering into) throws IOException {
        Limits limits = into.limits();
        long bytes = 0;
        List<Path> files;
        try {
            files = files(folder);
        } catch (UncheckedIOException e) {
            return; // a folder was renamed during the look; the next one sees it
        }
        for (Path file : files) {
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        if (bytes > limits.childBytes()) {
            into.stop(Limit.CHILD_BYTES, limits.childBytes(), bytes);
        }
        if (files.size() > 2L * limits.children()) {
            into.stop(Limit.CHILDREN, limits.children(), files.size());
        }
    }

    private static void child(Path folder, Path item, Gathering into) throws IOException {
        Path place = folder.relativize(item);
        String name = String.valueOf(item.getFileName());
        String path = place.getNameCount() > 1 ? "/" + place.getParent() : "";
        try (InputStream bytes = Files.newInputStream(item)) {
            into.child(bytes, Names.last(name), Names.bounded(path), type(name), Child.Relation.MAIL);
        }
    }

    private static String type(String name) {
        if (name.endsWith(".vcf")) {
            return "text/vcard";
        }
        return name.endsWith(".ics") ? "text/calendar" : "message/rfc822";
    }

    /** In the order of folders, and in each of them of the numbers that the tool gave. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path p) -> String.valueOf(p.getParent()))
                            .thenComparingInt(
                                    p -> String.valueOf(p.getFileName()).length())
                            .thenComparing(p -> String.valueOf(p.getFileName())))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}

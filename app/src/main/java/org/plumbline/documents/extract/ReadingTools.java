package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this machine has for reading files, found out without reading one. */
public final class ReadingTools {
    private static final int MOST_OUTPUT = 1 << 16;
    private static final int PATIENCE_SECONDS = 5;

    private ReadingTools() {}

    /** The languages that the OCR program has; none where it isn't there. */
    public static List<String> ocrLanguages(ExtractorSettings settings) {
        return said(settings.ocrProgram(), "--list-langs").skip(1).toList();
    }

    /** The OCR program's name and version as it says them; empty where it isn't there. */
    public static String ocrVersion(ExtractorSettings settings) {
        return said(settings.ocrProgram(), "--version").findFirst().orElse("");
    }

    /** The version of the library that reads files. */
    public static String tikaVersion() {
        return String.valueOf(org.apache.tika.Tika.class.getPackage().getImplementationVersion());
    }

    /** The outside tools that are installed here, in the order of their kinds. */
    public static List<OutsideProgram> outside(ExtractorSettings settings) {
        return Arrays.stream(OutsideTool.values())
                .flatMap(tool ->
                        OutsideProgram.find(tool, settings.outsidePrograms().getOrDefault(tool, tool.program()))
                                .stream())
                .toList();
    }

    /** The lines a program answers a question about itself with; none where it isn't there. */
    static Stream<String> said(String program, String question) {
        var builder = new ProcessBuilder(program, question).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
                return ended ? said.lines().map(String::strip) : Stream.of();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Stream.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of();
        }
    }
}

package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An outside tool as it is installed on this machine.
 *
 * @param version its version as it says it, such as {@code 3.6.2}
 */
public record OutsideProgram(OutsideTool tool, Path path, String version) {
    /** A server that a service manager starts may have a narrower search path than a person. */
    private static final String PLACES = "/usr/bin:/usr/local/bin:/bin";

    private static final Pattern VERSION = Pattern.compile("\\bv?(\\d+(?:\\.\\d+)+)\\b");

    /** Its name and version, as records state them. */
    public String named() {
        return tool.program() + " " + version;
    }

    /** The tool under a name or path, if it is there, may be run and says its version. */
    static Optional<OutsideProgram> find(OutsideTool tool, String program) {
        return path(program).flatMap(path -> version(tool, path).map(v -> new OutsideProgram(tool, path, v)));
    }

    private static Optional<Path> path(String program) {
        Path given = Path.of(program);
        if (given.isAbsolute()) {
            return real(given);
        }
        return Pattern.compile(":")
                .splitAsStream(PLACES)
                .flatMap(folder -> real(Path.of(folder).resolve(given)).stream())
                .findFirst();
    }

    private static Optional<Path> real(Path path) {
        try {
            return Files.isRegularFile(path) && Files.isExecutable(path)
                    ? Optional.of(path.toRealPath())
                    : Optional.empty();
        } catch (IOException e) {
            // Taken away between the two looks.
            return Optional.empty();
        }
    }

    private static Optional<String> version(OutsideTool tool, Path path) {
        String question = switch (tool) {
            case BSDTAR -> "--version";
            case READPST -> "-V";
        };
        return ReadingTools.said(path.toString(), question)
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}

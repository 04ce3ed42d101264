package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.documents.extract.WorkerTask;

/** Reads the text of a picture with tesseract, run as a program of its own inside the worker's walls. */
final class Ocr {
    /** Fewer letters than this are a caption or noise, and tell nothing about a language. */
    private static final int MANY_LETTERS = 40;

    private static final int MOST_OUTPUT = 8 << 20;
    private static final ConcurrentHashMap<String, List<String>> INSTALLED = new ConcurrentHashMap<>();

    private Ocr() {}

    /** The text of a picture in a file; empty when the program is not there or cannot read the picture. */
    static Optional<String> text(Path picture, WorkerTask task, LanguageGuess guess) throws IOException {
        List<String> installed = installed(task.ocrProgram());
        List<String> languages =
                task.ocrLanguages().stream().filter(installed::contains).toList();
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        // Each further language makes tesseract slower by its own weight. So the first one reads, and others only
        // read again when the words turn out not to be written in it.
        Optional<String> first = run(command(picture, languages.subList(0, 1), installed, task));
        if (first.isEmpty() || languages.size() == 1 || !hasWords(first.get())) {
            return first;
        }
        String found = guess.of(first.get()).orElse("");
        if (found.equals(languages.getFirst())) {
            return first;
        }
        List<String> again = languages.contains(found) ? List.of(found, languages.getFirst()) : languages;
        return run(command(picture, again, installed, task)).or(() -> first);
    }

    private static boolean hasWords(String text) {
        return text.chars().filter(Character::isLetter).limit(MANY_LETTERS).count() == MANY_LETTERS;
    }

    private static List<String> command(Path picture, List<String> languages, List<String> installed, WorkerTask task) {
        List<String> command = new ArrayList<>(List.of(task.ocrProgram(), picture.toString(), "stdout"));
        command.addAll(List.of("-l", String.join("+", languages)));
        // Page segmentation 1 turns a rotated page upright; it needs the data for orientation and script.
        command.addAll(List.of("--psm", installed.contains("osd") ? "1" : "3"));
        return command;
    }

    static boolean available(WorkerTask task) {
        return installed(task.ocrProgram()).stream().anyMatch(task.ocrLanguages()::contains);
    }

    private static List<String> installed(String program) {
        return INSTALLED.computeIfAbsent(program, p -> {
            try {
                return run(List.of(p, "--list-langs"))
                        .map(out -> out.lines().map(String::strip).toList())
                        .orElse(List.of());
            } catch (IOException e) {
                // The program is not on this machine.
                return List.of();
            }
        });
    }

    private static Optional<String> run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        // One thread: the pool of workers is what uses the processors.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}

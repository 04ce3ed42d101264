package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Raises the walls as whoever runs it and says, a line each, which are missing and what {@link Hostile} got of each
 * thing that it tried. Arguments: a folder of its own, a folder of classes, then pairs of what is tried and where.
 */
final class OrdinaryUser {
    private OrdinaryUser() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        WorkerCommand command = WorkerCommand.build(
                List.of(Path.of(arguments[1])), home, ExtractorSettings.standard(home), Hostile.class.getName());
        System.out.println(Wall.missing(command.walls()));
        for (int i = 2; i < arguments.length; i += 2) {
            WorkerPlace place = command.place(home.resolve("worker-" + i));
            ProcessBuilder builder = new ProcessBuilder(command.words(place))
                    .directory(place.own().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            Process process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write((arguments[i] + "\n" + arguments[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
            System.out.println(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("nothing"));
        }
        System.out.println(Files.isWritable(Path.of("/etc/passwd")) ? "root" : "ordinary");
    }
}

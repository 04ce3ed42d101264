package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one worker: {@code in} holds what it reads, {@code own} what it writes.
 *
 * @param folder nobody else's
 */
record WorkerPlace(Path folder, WorkerId id) {
    static WorkerPlace make(Path folder, WorkerId id) throws IOException {
        WorkerPlace place = new WorkerPlace(folder.toAbsolutePath(), id);
        Files.createDirectories(place.in());
        Files.createDirectories(place.own());
        id.give(place.folder());
        return place;
    }

    Path in() {
        return folder.resolve("in");
    }

    Path own() {
        return folder.resolve("own");
    }

    /** Brings a file to where the worker can read it. */
    Path take(Path file) throws IOException {
        Path taken = Files.move(file, in().resolve(String.valueOf(file.getFileName())));
        id.give(taken);
        return taken;
    }

    /** An empty folder that the worker can write to. */
    Path folder(String name) throws IOException {
        Path made = Files.createDirectory(own().resolve(name));
        id.give(made);
        return made;
    }
}

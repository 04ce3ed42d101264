package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import org.plumbline.documents.extract.WorkerTask;

/**
 * The program a worker process runs: it takes one task after the other from standard input and answers on standard
 * output. When the application goes away, so does it, whatever it is doing.
 */
public final class Worker {
    private Worker() {}

    /** Reads tasks until the application closes the stream. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // A parser that prints must not write into the answers.
        System.setOut(System.err);
        LinkedBlockingQueue<WorkerTask> tasks = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("tasks").start(() -> takeTasks(tasks));
        Reading.Library library = new Reading.Library();
        while (true) {
            Reading reading = new Reading(tasks.take(), library);
            boolean retiring = reading.run();
            reading.answer(retiring).writeTo(answers);
            if (retiring) {
                end();
            }
        }
    }

    private static void takeTasks(LinkedBlockingQueue<WorkerTask> tasks) {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        try {
            while (true) {
                tasks.add(WorkerTask.readFrom(in));
            }
        } catch (IOException e) {
            end();
        }
    }

    /** Ends at once, with the programs started for OCR; a reader that hangs cannot hold this up. */
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }
}

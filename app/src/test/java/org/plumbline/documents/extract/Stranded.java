package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.file.Path;

/** An application that is killed while one of its workers reads; it says so once that is under way, and goes on. */
final class Stranded {
    private Stranded() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ExtractorSettings settings =
                ExtractorSettings.standard(Path.of(arguments[0])).withSandbox(Sandbox.REDUCED);
        try (Extractor extractor = Extractor.open(settings)) {
            Thread.ofPlatform().daemon().start(() -> {
                while (extractor.workersReading().isEmpty()) {
                    Thread.onSpinWait();
                }
                System.out.println("reading");
                System.out.flush();
            });
            while (true) {
                extractor
                        .extract(Path.of(arguments[1]), "many.zip", ExtractionRequest.asReceived(Limits.standard()))
                        .close();
            }
        }
    }
}

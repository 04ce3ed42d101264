package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One extractor for the tests of a class, on files written there. */
abstract class ExtractorFixture {
    static final Limits LIMITS = Limits.standard();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the first test
    static Extractor extractor;

    @BeforeAll
    static void open() throws IOException {
        extractor = Extractor.open(settings("scratch"));
    }

    /** With the walls that stand on this machine. */
    static ExtractorSettings settings(String scratch) {
        return ExtractorSettings.standard(folder.resolve(scratch)).withSandbox(Sandbox.REDUCED);
    }

    @AfterAll
    static void close() throws IOException {
        extractor.close();
    }

    static Extraction read(String name, byte[] bytes) throws Exception {
        return read(name, bytes, LIMITS);
    }

    static Extraction read(String name, byte[] bytes, Limits limits) throws Exception {
        return extractor.extract(write(name, bytes), name, ExtractionRequest.asReceived(limits));
    }

    static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "given", name), bytes);
    }
}

package org.plumbline.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.plumbline.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps a file from the moment it was received until its import is done. */
@Component
class ImportFiles {
    private final Path folder;

    ImportFiles(@Value("${plumbline.data}") Path data) {
        this.folder = data.resolve("imports");
    }

    /** @param sha256 of the bytes, lower-case hex */
    record Received(long size, String sha256) {}

    /** Takes in the whole stream, on disk before this returns; a stream that breaks leaves nothing. */
    Received receive(UUID id, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path file = path(id);
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
            long size = content.transferTo(out);
            out.flush();
            force(file);
            return new Received(size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | Refused e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Path path(UUID id) {
        return folder.resolve(id + ".jsonl");
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

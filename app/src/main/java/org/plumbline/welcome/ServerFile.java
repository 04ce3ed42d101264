package org.plumbline.welcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * How commands on the same machine find the running server: a file in the data folder that only its owner can read,
 * with the port and a secret made anew at each start. Who can read it could read the records too.
 */
public record ServerFile(int port, String secret) {
    private static final String NAME = "server";

    /** Writes the file for a server that just started. */
    static ServerFile write(Path data, int port, RandomGenerator random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        var file = new ServerFile(port, HexFormat.of().formatHex(bytes));
        try {
            Files.createDirectories(data);
            Path temporary = data.resolve(NAME + ".new");
            Files.deleteIfExists(temporary);
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, port + "\n" + file.secret + "\n");
            Files.move(
                    temporary,
                    data.resolve(NAME),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + data + " can't be written", e);
        }
    }

    /** Reads the file of a running server. */
    public static ServerFile read(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve(NAME));
        return new ServerFile(Integer.parseInt(lines.get(0)), lines.get(1));
    }

    boolean accepts(String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "server on port " + port;
    }
}

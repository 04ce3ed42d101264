package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A password that no person chose or needs to know: 256 random bits in hexadecimal, in a file only its owner may read.
 */
final class PasswordFile {
    private static final int BYTES = 32;

    private final String password;

    private PasswordFile(String password) {
        if (!password.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new PostgresFailure(
                    "A password file is damaged: restore the folder's *.password files from a backup");
        }
        this.password = password;
    }

    /** Reads the file, making it first when there is none. */
    static PasswordFile at(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                DurableFiles.writeSecret(file, HexFormat.of().formatHex(bytes));
            }
            return new PasswordFile(Files.readString(file).strip());
        } catch (IOException cause) {
            throw new UncheckedIOException("The password file " + file + " cannot be read or made", cause);
        }
    }

    /** Hexadecimal digits only, so it may stand inside quotes. */
    String password() {
        return password;
    }
}

package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;

/** The key that signs the trail's checkpoints: one file only its owner may read, made at the first start. */
final class LogKey {
    private static final int NAME_BYTES = 8;

    private LogKey() {}

    /** The key of this file; a new one, under a name of its own, where there is none. */
    static SignerKey of(Path file, SecureRandom random) throws IOException, Refused {
        return of(file, "plumbline.invalid/trail/", KeyType.ED25519, random);
    }

    /** The key that cosigns other logs. */
    static SignerKey ofWitness(Path file, SecureRandom random) throws IOException, Refused {
        return of(file, "plumbline.invalid/witness/", KeyType.COSIGNATURE_ED25519, random);
    }

    private static SignerKey of(Path file, String prefix, KeyType type, SecureRandom random)
            throws IOException, Refused {
        if (!Files.exists(file)) {
            var name = new byte[NAME_BYTES];
            random.nextBytes(name);
            keep(
                    file,
                    SignerKey.generate(prefix + HexFormat.of().formatHex(name), type, random)
                                    .secret() + "\n");
        }
        return SignerKey.parse(Files.readString(file).strip());
    }

    /** Keeps a new key for its owner's eyes only; one that came to be there meanwhile stays. */
    static void keep(Path file, String key) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(made);
        Files.createFile(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(made, key.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        try {
            Files.move(made, file);
        } catch (FileAlreadyExistsException anotherWas) {
            Files.delete(made);
        }
    }
}

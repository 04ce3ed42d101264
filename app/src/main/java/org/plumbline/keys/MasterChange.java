package org.plumbline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes and changes the file of a master key, over a data folder that nothing runs over. A change that is cut short at
 * any point leaves keys that open, and is finished by asking again.
 */
public final class MasterChange {
    private MasterChange() {}

    /**
     * Puts a new master key in the place of the one of now and seals all keys of the folder under it.
     *
     * @return the keys from now on
     * @throws KeyRefused when a command prints the key: it is changed there, and given as a file once
     */
    public static MasterKeys rotate(Path data, KeySource source, Clock clock) {
        MasterKeys before = MasterKeys.open(data, source);
        if (source.command().isPresent()) {
            throw new KeyRefused("The key is printed by a command: change it there, let the command print the new key"
                    + " and then the one before, and run this again without --key-from but with --key-file");
        }
        Path file = Path.of(before.place());
        MasterKey next = before.all().size() > 1 ? before.now() : MasterKey.random(new SecureRandom());
        MasterKey last = before.all().getLast();
        try {
            MasterKeyFile.write(file, List.of(next, last));
            var both = new MasterKeys(List.of(next, last), false, before.place());
            new KeyFolder(data, both, clock).sealAnew();
            KeyMark.of(data.toAbsolutePath().normalize()).write(next, before.place());
            MasterKeyFile.write(file, List.of(next));
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            new EndedKey("master", Optional.empty(), now, last.fingerprint(), Optional.empty(), "")
                    .keep(data.resolve("keys"));
            return new MasterKeys(List.of(next), false, before.place());
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " can't be written", e);
        }
    }

    /**
     * Writes the key file of a data folder anew.
     *
     * @param fingerprint of the key that is needed; absent where no folder says
     */
    public static MasterKey recover(String typed, Optional<String> fingerprint, Path file) {
        MasterKey key = RecoverySheet.read(typed, fingerprint);
        try {
            if (java.nio.file.Files.exists(file)) {
                throw new KeyRefused(file + " is there already and is left as it is");
            }
            MasterKeyFile.write(file, List.of(key));
            return key;
        } catch (IOException e) {
            throw new KeyRefused("The key file " + file + " can't be written (" + e.getMessage() + ")");
        }
    }
}

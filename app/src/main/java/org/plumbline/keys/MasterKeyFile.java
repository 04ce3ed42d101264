package org.plumbline.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The file of the master key: a first line that says what it is, then a key a line in hexadecimal digits, the one of
 * now first. It holds a second one only while a change of key is under way.
 */
final class MasterKeyFile {
    private static final String FIRST_LINE = "plumbline master key 1";
    private static final int MOST_BYTES = 4096;

    private MasterKeyFile() {}

    /** @throws KeyRefused when it can't be read, others may read it, or it holds no key */
    static List<MasterKey> read(Path file) {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            if (allowed.contains(PosixFilePermission.OTHERS_READ)
                    || allowed.contains(PosixFilePermission.OTHERS_WRITE)
                    || allowed.contains(PosixFilePermission.GROUP_WRITE)) {
                throw new KeyRefused("The key file " + file + " may be read or changed by others; allow its owner alone"
                        + " (chmod 600)");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new KeyRefused("The key file " + file + " is too long to be one");
            }
            return parse(Files.readString(file), "The key file " + file);
        } catch (IOException e) {
            throw new KeyRefused("The key file " + file + " can't be read");
        }
    }

    /** @param from what holds the text, as the beginning of a sentence */
    static List<MasterKey> parse(String text, String from) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE) || lines.size() < 2 || lines.size() > 3) {
            throw new KeyRefused(
                    from + " holds no master key: its first line is to be \"" + FIRST_LINE + "\", its second the key");
        }
        var keys = new ArrayList<MasterKey>();
        for (String line : lines.subList(1, lines.size())) {
            try {
                keys.add(MasterKey.of(HexFormat.of().parseHex(line)));
            } catch (IllegalArgumentException noDigits) {
                throw new KeyRefused(from + " is damaged: a key is 64 hexadecimal digits");
            }
        }
        return List.copyOf(keys);
    }

    /** Replaces the file as a whole; when this returns it outlasts a power cut. */
    static void write(Path file, List<MasterKey> keys) throws IOException {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        keys.forEach(key -> text.append(HexFormat.of().formatHex(key.bytes())).append('\n'));
        SecretFile.write(file, text.toString());
    }
}

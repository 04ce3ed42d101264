package org.plumbline.backup;

import java.util.List;
import java.util.Optional;

/**
 * All that one backup holds (docs/formats/backup.md).
 *
 * @param format 1
 * @param taken when it began; ISO 8601, UTC
 * @param ended when it was complete
 * @param version of Plumbline
 * @param postgres version of the database server
 * @param position up to where in the database's log
 * @param masterKey fingerprint of the master key that its keys are sealed under; the key itself is not in it
 * @param keyFile where that key was; empty where a command prints it
 * @param checkpoint the newest checkpoint of the trail that it holds, as a signed note; empty before the first
 */
record Manifest(
        int format,
        String taken,
        String ended,
        String version,
        String postgres,
        String position,
        String masterKey,
        String keyFile,
        String checkpoint,
        List<String> folders,
        List<Kept> files) {
    static final int FORMAT = 1;

    Manifest {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param path relative to the data folder, with slashes
     * @param mode such as {@code rw-------}
     * @param modified in milliseconds since 1970
     * @param packed whether its parts are deflated
     * @param parts SHA-256 of each part, in order, in lower-case hexadecimal digits
     */
    record Kept(String path, long size, String mode, long modified, boolean packed, List<String> parts) {
        Kept {
            parts = List.copyOf(parts);
        }
    }

    long bytes() {
        return files.stream().mapToLong(Kept::size).sum();
    }

    Optional<Kept> file(String path) {
        return files.stream().filter(kept -> kept.path().equals(path)).findFirst();
    }
}

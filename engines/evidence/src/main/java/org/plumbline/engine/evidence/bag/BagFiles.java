package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableMap;

/** The files of a bag, wherever they lie. */
public interface BagFiles {
    /** The size of each file in bytes, by its path inside the bag with {@code /} between folders. */
    NavigableMap<String, Long> sizes();

    /** The content of a file that {@link #sizes()} names; whoever opens it closes it. */
    InputStream open(String path) throws IOException, BagRefused;

    /** The content of a small file. */
    default byte[] read(String path, int most) throws IOException, BagRefused {
        Long size = sizes().get(path);
        if (size == null) {
            throw new BagRefused(BagFault.FILE_MISSING, path, 0, "is not there");
        }
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(most);
            if (size > most || in.read() >= 0) {
                throw new BagRefused(BagFault.TOO_LARGE, path, 0, size + " bytes, at most " + most + " are read");
            }
            return bytes;
        }
    }
}

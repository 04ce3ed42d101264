package org.plumbline.acceptance.uploads;

import java.util.Random;
import org.plumbline.kernel.Digest;

/**
 * A file of the campaign: the same for the same seed and number.
 *
 * @param number its number, from 0
 * @param size in bytes
 */
record SentFile(long seed, int number, int size) {
    private static final int LEAST = 100_000;
    private static final int MOST = 20_000_000;

    /** Of very different sizes: some within one segment of the vault, some of several. */
    static SentFile of(long seed, int number) {
        double share = new Random(seed * 31 + number).nextDouble();
        return new SentFile(seed, number, (int) (LEAST * Math.pow((double) MOST / LEAST, share)));
    }

    String path() {
        return "kills/file-" + number + ".bin";
    }

    byte[] bytes() {
        var bytes = new byte[size];
        new Random(seed * 131 + number).nextBytes(bytes);
        return bytes;
    }

    String sha256() {
        return Digest.of(bytes()).hex();
    }
}

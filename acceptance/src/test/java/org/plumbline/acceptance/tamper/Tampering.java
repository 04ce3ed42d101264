package org.plumbline.acceptance.tamper;

import java.nio.file.Path;

/**
 * One way to change the trail with the disk in hand.
 *
 * @param name what is done
 * @param code what {@code fsck} has to name
 * @param needsWitness whether only a checkpoint kept elsewhere shows it
 */
record Tampering(String name, String code, boolean needsWitness, Change change) {
    /** Changes a data folder whose server is stopped. */
    @FunctionalInterface
    interface Change {
        void in(Path data) throws Exception;
    }
}

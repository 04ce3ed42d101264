package org.plumbline.documents.extract.worker;

/** Ends the reading of a file at a limit; what the limit was is already written down in the {@link Gathering}. */
final class Stopped extends RuntimeException {
    Stopped() {
        super("reading stopped", null, false, false);
    }
}

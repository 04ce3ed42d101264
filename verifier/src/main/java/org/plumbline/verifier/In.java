package org.plumbline.verifier;

import org.plumbline.engine.log.refusal.Refused;

/** Says in which file something does not hold. */
final class In {
    private In() {}

    /** Reads or checks something. */
    @FunctionalInterface
    interface Step<T> {
        T done() throws Refused;
    }

    static <T> T file(String path, Step<T> step) throws Refused {
        try {
            return step.done();
        } catch (Refused e) {
            throw new Refused(e.fault(), path + ": " + e.detail());
        }
    }
}

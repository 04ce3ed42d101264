package org.plumbline.engine.log;

import java.io.IOException;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Why something is refused; a test that expects a refusal fails when there is none. */
public final class Faults {
    private Faults() {}

    /** Something that should be refused. */
    @FunctionalInterface
    public interface Act {
        void run() throws IOException, InterruptedException, Refused;
    }

    /** The fault of the refusal. */
    public static Fault of(Act act) {
        try {
            act.run();
        } catch (Refused e) {
            return e.fault();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Not refused, but failed", e);
        }
        throw new AssertionError("Not refused");
    }
}

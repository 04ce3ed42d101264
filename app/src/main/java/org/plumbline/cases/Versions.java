package org.plumbline.cases;

import java.util.Map;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;

/** Two people editing: the second is told, and nothing is overwritten. */
final class Versions {
    private Versions() {}

    static Refused stale(int now, int given) {
        return Refusal.of(Refusal.Kind.CONFLICT, "version-stale", Map.of("now", "" + now, "given", "" + given))
                .asException();
    }
}

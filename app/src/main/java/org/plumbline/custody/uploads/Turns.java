package org.plumbline.custody.uploads;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Component;

/** One request at a time goes on with an upload; a data folder belongs to one process, so this one knows. */
@Component
final class Turns {
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    /**
     * Does something with an upload while nobody else does.
     *
     * @throws Refused when another request is at it
     */
    <T> T during(UUID upload, Supplier<T> work) {
        return ifFree(upload, work)
                .orElseThrow(() ->
                        Refusal.of(Refusal.Kind.LOCKED, "upload-busy", Map.of()).asException());
    }

    /** The same; absent, and not done, when another request is at it. */
    <T> Optional<T> ifFree(UUID upload, Supplier<T> work) {
        if (!taken.add(upload)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            taken.remove(upload);
        }
    }
}

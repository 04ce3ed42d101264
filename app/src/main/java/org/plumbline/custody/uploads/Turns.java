package org.plumbline.custody.uploads;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Component;

/** One request at a time goes on with an upload; a data folder belongs to one process, so this one knows. */
@Component
final class Turns {
    private static final int LONGEST_WAIT_MS = 500;

    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    /**
     * Does something with an upload while nobody else does.
     *
     * @throws Refused when another request is at it
     */
    <T> T during(UUID upload, Supplier<T> work) {
        // Asking how far it has come takes a moment, and must not turn away the bytes that come just then.
        for (int waited = 0; waited < LONGEST_WAIT_MS; waited += 10) {
            Optional<T> done = ifFree(upload, work);
            if (done.isPresent()) {
                return done.get();
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw Refusal.of(Refusal.Kind.LOCKED, "upload-busy", Map.of()).asException();
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

package org.plumbline.custody.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.kernel.Refusal;

/**
 * Which arrivals are open, one user each; and how the others stood when they were let go of, so that they need not be
 * read again.
 */
final class Arrivals {
    private static final int REMEMBERED = 1000;

    private final Set<UUID> open = ConcurrentHashMap.newKeySet();
    private final Map<UUID, ObjectFile.Standing> resting = new LinkedHashMap<>();

    /** @throws org.plumbline.kernel.Refused when somebody else has it open */
    void take(UUID id) {
        if (!open.add(id)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "upload-in-use", Map.of()).asException();
        }
    }

    void release(UUID id) {
        open.remove(id);
    }

    void rest(UUID id, ObjectFile.Standing standing) {
        synchronized (resting) {
            resting.put(id, standing.withoutTail());
            if (resting.size() > REMEMBERED) {
                resting.remove(resting.keySet().iterator().next());
            }
        }
        open.remove(id);
    }

    Optional<ObjectFile.Standing> takeRemembered(UUID id) {
        synchronized (resting) {
            return Optional.ofNullable(resting.remove(id));
        }
    }
}

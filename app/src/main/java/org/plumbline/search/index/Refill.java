package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;

/** A generation being filled beside the one in use. */
final class Refill implements Rebuild {
    private final Generation next;
    private final EmbeddedIndex index;

    /** What reached the index since the rebuild began: it is newer than what the rebuild reads from the records. */
    private final Set<UUID> newer = new HashSet<>();

    private final Set<CaseId> gone = new HashSet<>();
    private boolean ended;

    Refill(Generation next, EmbeddedIndex index) {
        this.next = next;
        this.index = index;
    }

    @Override
    public synchronized void put(Indexed document) {
        if (ended) {
            throw new IllegalStateException("This rebuild has been swapped in or given up");
        }
        if (newer.contains(document.key())
                || document.caseId().map(gone::contains).orElse(false)) {
            return;
        }
        try {
            next.put(document);
        } catch (IOException e) {
            throw new UncheckedIOException("Filling a rebuilt search index", e);
        }
    }

    @Override
    public void swap(String position) {
        if (end()) {
            index.swap(this, next, position);
        } else {
            throw new IllegalStateException("This rebuild has been swapped in or given up");
        }
    }

    @Override
    public void close() {
        if (end()) {
            index.abandon(this, next);
        }
    }

    synchronized void alsoPut(Indexed document) throws IOException {
        newer.add(document.key());
        next.put(document);
    }

    synchronized void alsoDelete(UUID key) throws IOException {
        newer.add(key);
        next.delete(key);
    }

    synchronized void alsoDeleteCase(CaseId caseId) throws IOException {
        gone.add(caseId);
        next.deleteCase(caseId);
    }

    private synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }
}

package org.plumbline.engine.log;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.TileStore;
import org.plumbline.engine.log.tile.Frontier;
import org.plumbline.engine.log.tile.Tile;

/** Writes many tiles of leaf hashes while the nodes above them are hashed. */
final class EarlyWriting implements Frontier.Early {
    /** Tiles from which on a thread is worth its start. */
    private static final int MANY = 64;

    private final TileStore store;
    private @Nullable FutureTask<Boolean> writing;

    EarlyWriting(TileStore store) {
        this.store = store;
    }

    @Override
    public boolean take(List<Tile> full) {
        if (full.size() < MANY) {
            return false;
        }
        var task = new FutureTask<>(() -> {
            store.write(full);
            return true;
        });
        Thread.ofPlatform().name("log-tiles").daemon().start(task);
        writing = task;
        return true;
    }

    /** Returns once what was taken outlasts a power cut. */
    void await() throws IOException, Refused {
        FutureTask<Boolean> task = writing;
        if (task == null) {
            return;
        }
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while tiles were being written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IOException("Tiles could not be written", e.getCause());
        }
    }
}

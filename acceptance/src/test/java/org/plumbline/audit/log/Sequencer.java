package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.DyingDisk;
import org.plumbline.engine.log.store.Heads;
import org.plumbline.engine.log.store.Platters;
import org.plumbline.engine.log.store.TileStore;
import org.plumbline.keys.KeyFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The application's own sequencer as one process runs it, one round at a time; left behind when the process dies. */
public final class Sequencer {
    private final TrailLog log;

    /** @param records a connection of the application's role */
    public Sequencer(Path data, Connection records, Platters platters, DyingDisk disk) {
        var db = JdbcClient.create(new SingleConnectionDataSource(records, true));
        var storage = new LogStorage() {
            @Override
            public TileStore tiles(Path folder) {
                return platters.tiles(folder, disk);
            }

            @Override
            public Heads heads(Path folder) {
                return platters.heads(folder, disk);
            }
        };
        // Nothing is restored here, so no epoch but the first begins.
        var epochs = new Epochs(
                new EpochTable(db),
                (key, marked) -> {
                    throw new IllegalStateException("A new epoch was asked for: " + marked);
                },
                KeyFolder.usual(data),
                new TrailFolder(data));
        this.log = new TrailLog(new PlaceTable(db), epochs, data, "", storage, Clock.systemUTC());
    }

    /**
     * Gives places, integrates and signs.
     *
     * @throws Refused when records and log disagree
     * @throws IllegalStateException when it signs no more
     */
    public void round() throws IOException, Refused {
        log.round();
        if (!log.trouble().isEmpty()) {
            throw new IllegalStateException("The log signs no more: " + log.trouble());
        }
    }

    /** The checkpoint that readers are shown; absent before the first. */
    public Optional<byte[]> checkpoint() throws IOException {
        return log.checkpoint();
    }
}

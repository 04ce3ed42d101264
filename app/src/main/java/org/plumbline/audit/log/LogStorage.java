package org.plumbline.audit.log;

import java.nio.file.Path;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.store.Heads;
import org.plumbline.engine.log.store.TileStore;

/** How the log reaches its folders: the crash campaign puts a disk in between that dies. */
interface LogStorage {
    /** The files of this machine. */
    LogStorage FILES = new LogStorage() {
        @Override
        public TileStore tiles(Path folder) {
            return new FileTileStore(folder);
        }

        @Override
        public Heads heads(Path folder) {
            return new FileHeads(folder);
        }
    };

    TileStore tiles(Path folder);

    Heads heads(Path folder);
}

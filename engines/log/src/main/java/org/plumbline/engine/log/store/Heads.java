package org.plumbline.engine.log.store;

import java.io.IOException;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Refused;

/** The latest head of each log, by origin. Whoever signs stores here first, and never replaces what he has not seen. */
public interface Heads {
    /** The latest head; absent before the first. */
    Optional<Head> latest(String origin) throws IOException, Refused;

    /**
     * Stores a head in the place of the one expected, as one act; when it returns, it outlasts a power cut.
     *
     * @param expected the tree of the latest head as the caller read it; absent when there was none
     * @throws Refused {@code HEAD_CHANGED} when another tree was stored meanwhile
     */
    void replace(String origin, Optional<Head> expected, Head next) throws IOException, Refused;
}

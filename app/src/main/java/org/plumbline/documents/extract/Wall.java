package org.plumbline.documents.extract;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A wall between a worker process and everything else; {@link Extractor#walls()} tells which ones stand. */
public enum Wall {
    /** The worker is a process of its own. */
    PROCESS,
    /** It is killed at the time limit and may not use more than its memory for Java objects. */
    TIME_AND_MEMORY,
    /** It inherits no environment variable. */
    EMPTY_ENVIRONMENT,
    /** Its class path holds the readers only, not the application. */
    NARROW_CLASS_PATH,
    /** It has no network: a network namespace of its own without an interface. */
    NO_NETWORK,
    /** It sees the machine's programs, its class path, its input and its scratch, and may write to its scratch only. */
    FILES,
    /** It sees, traces and signals no process but its own, and shares no memory or queue with others. */
    PROCESSES,
    /** It runs under an unprivileged id, without capabilities and with no way to gain any. */
    NO_PRIVILEGE,
    /** It can write no file above a set size and leaves no core dump. */
    FILE_SIZE,
    /** Its memory of every kind, processor time and open files are bounded. */
    RESOURCES,
    /** It can start no more than a set number of processes and threads. */
    PROCESS_COUNT,
    /** It ends when the application does, however that ends. */
    ENDS_TOGETHER;

    /** Those that do not stand. */
    static Set<Wall> missing(Set<Wall> standing) {
        Set<Wall> missing = EnumSet.allOf(Wall.class);
        missing.removeAll(standing);
        return missing;
    }

    /** Its stable name, such as {@code no-network}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.plumbline.documents.extract;

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
    /** It can write no file above a set size and leaves no core dump. */
    FILE_SIZE
}

package org.plumbline.engine.graph;

/** How a walk ended. */
public enum End {
    /** Everything asked for was looked at. */
    WHOLE,
    /** The limit of the question was met; there may be more. */
    LIMIT,
    /** It was cancelled; there may be more. */
    CANCELLED
}

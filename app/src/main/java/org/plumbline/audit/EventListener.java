package org.plumbline.audit;

import java.util.Set;

/**
 * Port: a later stage hears of events, at least once each, after commit, and again after a crash; so it must be
 * idempotent. It runs as the service actor bound by {@link Events}.
 */
public interface EventListener {
    /** A stable name; deliveries are remembered under it. */
    String name();

    /** The kinds of event it wants. */
    Set<String> kinds();

    /** Handles one event; an exception means that it is delivered again later. */
    void on(Event event);
}

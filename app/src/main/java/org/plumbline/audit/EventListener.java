package org.plumbline.audit;

import java.util.Set;

/**
 * Port: a later stage hears of events, at least once each, after commit, and again after a crash; so it must be
 * idempotent. Nobody is acting while it runs: a listener that reads protected records does so as its own service actor,
 * see {@link org.plumbline.access.ServiceReading}.
 */
public interface EventListener {
    /** A stable name; deliveries are remembered under it. */
    String name();

    /** The kinds of event it wants. */
    Set<String> kinds();

    /** Handles one event; an exception means that it is delivered again later. */
    void on(Event event);
}

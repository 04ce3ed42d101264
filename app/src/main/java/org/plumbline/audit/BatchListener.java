package org.plumbline.audit;

import java.util.Collection;
import java.util.List;

/** Port: hears of events several at a time, where that is much cheaper than one by one. */
public interface BatchListener extends EventListener {
    /**
     * Takes these events in, in their order.
     *
     * @return those that are done and survive a crash; the others are delivered again later
     */
    Collection<Event> take(List<Event> events);

    @Override
    default void on(Event event) {
        if (take(List.of(event)).isEmpty()) {
            throw new IllegalStateException("Listener " + name() + " has not taken event " + event.id());
        }
    }
}

package org.plumbline.postgres;

import org.springframework.context.ApplicationEvent;

/** Another process has taken the database while the connection was lost: this one must end. */
public final class RecordsTaken extends ApplicationEvent {
    private static final long serialVersionUID = 1L;

    RecordsTaken(Object source) {
        super(source);
    }
}

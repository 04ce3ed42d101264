package org.plumbline.jobs;

import java.util.UUID;

/** Identifies a job. */
public record JobId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

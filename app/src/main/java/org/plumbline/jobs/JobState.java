package org.plumbline.jobs;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return this == DONE || this == FAILED;
    }
}

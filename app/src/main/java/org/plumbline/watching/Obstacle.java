package org.plumbline.watching;

/**
 * Why nothing can be recorded now. Each has its words as {@code refusal.<code>}; it ends by itself once its cause is
 * gone. The order is that in which one is told where there are several: causes before what follows from them.
 */
public enum Obstacle {
    /** The disk of the data folder takes no writes. */
    DISK_READ_ONLY("disk-read-only", true),
    /** The disk of the data folder has no room at all. */
    DISK_FULL("disk-full", false),
    /** The disk of the data folder refuses writes for another reason: a quota, a fault, a changed owner. */
    DISK_REFUSES("disk-refuses", true),
    /** Another process has taken the database; this one ends. */
    DATABASE_TAKEN("database-taken", true),
    /** The database's own disk has no room. */
    DATABASE_FULL("database-full", false),
    /** The database doesn't answer, or starts. */
    DATABASE_AWAY("database-away", true),
    /** The disk of the data folder has its reserve left only. */
    DISK_RESERVE("disk-reserve", false);

    private final String code;
    private final boolean closesReading;

    Obstacle(String code, boolean closesReading) {
        this.code = code;
        this.closesReading = closesReading;
    }

    /** Its stable name. */
    public String code() {
        return code;
    }

    /** Whether nothing can be read either, since no reading could be recorded. */
    public boolean closesReading() {
        return closesReading;
    }
}

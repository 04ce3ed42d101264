package org.plumbline.acceptance.crash;

import java.util.Locale;

/** What a process that keeps the trail dies of. */
enum FaultKind {
    /** In the middle of a write, rename or sync; the machine runs on. */
    KILLED,
    /** The same, and what was not synced is lost, kept or torn. */
    POWER_LOST,
    /** The next process, which finds what was not synced, dies as well before the power goes. */
    KILLED_TWICE_THEN_POWER_LOST,
    /** The sequencer's connection to the records is cut in the middle of what it carries. */
    CONNECTION_CUT,
    /** The same, and the power goes. */
    CONNECTION_CUT_THEN_POWER_LOST,
    /** The connection over which somebody acts is cut, so that nobody knows whether the last act was committed. */
    ACT_CUT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

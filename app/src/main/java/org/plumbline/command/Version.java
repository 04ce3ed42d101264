package org.plumbline.command;

import org.plumbline.watching.Build;

/** The version of the program that runs. */
final class Version {
    /** As built; {@code development} where it runs from its classes. */
    static final String NOW = Build.running().version().isEmpty()
            ? "development"
            : Build.running().version();

    private Version() {}
}

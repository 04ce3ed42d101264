package org.plumbline.command;

import java.util.Optional;

/** The version of the program that runs. */
final class Version {
    /** As built; {@code development} where it runs from its classes. */
    static final String NOW = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}

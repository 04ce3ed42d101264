package org.plumbline.watching;

import java.util.List;

/**
 * What a module can say of its own part of an installation. Each finding has its words in the module's bundle: the part
 * as {@code health.<part>}, what is found as {@code health.<part>.<code>}, and, unless all is good, what to do as
 * {@code health.<part>.<code>.next}. Nothing of a case is said: these words go into support bundles.
 */
@FunctionalInterface
public interface HealthCheck {
    /** Looks now, within a few seconds; findings in the order in which they are shown. */
    List<Finding> look();
}

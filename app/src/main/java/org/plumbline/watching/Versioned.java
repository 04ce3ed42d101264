package org.plumbline.watching;

import java.util.List;

/** Port: what a module uses and writes that has a version of its own. */
@FunctionalInterface
public interface Versioned {
    /** Programs first, then formats. */
    List<PartVersion> versions();
}

package org.plumbline.custody.packages;

import java.util.List;
import org.plumbline.engine.evidence.packages.Handling;

/** Writes the page of a package on which people read its chains of custody. */
@FunctionalInterface
public interface PrintedCustody {
    /** A whole page that needs nothing beside it, in UTF-8. */
    byte[] html(Handling handling, List<PackedExhibit> exhibits);
}

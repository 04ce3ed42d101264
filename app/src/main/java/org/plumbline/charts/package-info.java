/**
 * Link charts: entities of one case and the sourced links between them, arranged by a person, saved with a version and
 * every earlier version kept, exported on the record. A chart holds places only; what it shows is read from the
 * entities at each look.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "identity :: web",
            "access",
            "audit",
            "site",
            "site :: web",
            "cases",
            "cases :: web",
            "entities"
        })
@NullMarked
package org.plumbline.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

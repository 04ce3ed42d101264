/**
 * Entities, sourced statements about them, the sources and collections they come from, imports, and the links they
 * state. The vocabulary policy is asked on the way in and at every way out: what it marks is read on an entity's own
 * page and nowhere else, what it refuses is not stored.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "identity :: web",
            "access",
            "audit",
            "jobs",
            "site",
            "site :: web",
            "cases",
            "cases :: web",
            "custody",
            "documents",
            "documents :: mentions",
            "search",
            "search :: index"
        })
@NullMarked
package org.plumbline.entities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The case file: authority, purpose, team, journal, tasks, subjects and their role. No case without an authority and a
 * purpose.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "postgres",
            "identity",
            "identity :: web",
            "access",
            "audit",
            "audit :: log",
            "jobs",
            "site",
            "site :: web"
        })
@NullMarked
package org.plumbline.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

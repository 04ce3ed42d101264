/**
 * Pages of members, their roles and what waits for a second person; of the organisation, its units, working days and
 * storage; of the installation's settings and keys; and each person's own account.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "keys",
            "watching",
            "settings",
            "mail",
            "jobs",
            "identity",
            "identity :: ways",
            "access",
            "audit",
            "audit :: log",
            "site",
            "site :: web",
            "cases",
            "cases :: web",
            "custody"
        })
@NullMarked
package org.plumbline.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

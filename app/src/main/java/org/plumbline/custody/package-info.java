/**
 * Exhibits as received and the vault that keeps their bytes: each with its SHA-256, its number in the case, who
 * received it and how.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "keys",
            "identity",
            "identity :: web",
            "identity :: ways",
            "access",
            "audit",
            "audit :: log",
            "jobs",
            "watching",
            "site",
            "site :: web",
            "cases",
            "cases :: erasure",
            "cases :: web"
        })
@NullMarked
package org.plumbline.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Ingestion and its ledger: every file received, and every file found inside another, ends in exactly one state; what
 * could be read of it is a document with its text. Reading happens in other processes
 * ({@link org.plumbline.documents.extract}).
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "watching",
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
            "custody :: vault",
            "custody :: web"
        })
@NullMarked
package org.plumbline.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

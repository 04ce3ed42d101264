/**
 * Reports of a case: drafted from a template out of statements, charts and exhibits of the case, issued as DOCX and PDF
 * whose digests stand on the trail. A draft holds choices only; a file is made from the records as they are when it is
 * issued.
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
            "custody :: web",
            "entities",
            "charts"
        })
@NullMarked
package org.plumbline.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What an overseer sees: the trail of the organisation and figures of its work, without content of cases. Pages over
 * {@code audit}; nothing is kept here.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "identity",
            "access",
            "audit",
            "audit :: log",
            "site",
            "site :: web",
            "cases",
            "cases :: erasure",
            "cases :: web"
        })
@NullMarked
package org.plumbline.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

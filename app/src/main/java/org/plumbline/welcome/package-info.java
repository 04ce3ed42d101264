/** The door to the house: signing in and out, the health answer, and what every page's frame says of the reader. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "listening",
            "watching",
            "identity",
            "identity :: web",
            "identity :: ways",
            "access",
            "audit",
            "site",
            "site :: web"
        })
@NullMarked
package org.plumbline.welcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

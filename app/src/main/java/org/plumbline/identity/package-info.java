/** Organisations, the people who sign in, their roles, sign-in links, API tokens and sessions. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.plumbline.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

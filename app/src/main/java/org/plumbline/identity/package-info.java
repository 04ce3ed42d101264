/**
 * Organisations, the people who sign in, their roles and who confirmed them, sign-in links, recovery, API tokens,
 * sessions, and what becomes of what a member holds when they leave.
 */
@ApplicationModule(allowedDependencies = {"kernel", "keys", "watching"})
@NullMarked
package org.plumbline.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

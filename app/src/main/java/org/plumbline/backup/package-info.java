/**
 * Copies of a data folder that are taken while it is used, each adding to a store only what is new in it, and what is
 * restored from them.
 */
@ApplicationModule(allowedDependencies = {"kernel", "keys", "postgres", "watching", "audit::log"})
@NullMarked
package org.plumbline.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Decides who may do what, for which purpose, on which label; holds the facts decisions need (labels, grants, terms of
 * a case), which later stages write through {@link org.plumbline.access.Access}; and binds the acting person to each
 * transaction, so that row-level security repeats the decision behind it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.plumbline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

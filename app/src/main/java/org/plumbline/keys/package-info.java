/**
 * The keys of an installation: the master key, kept outside the data folder, and the keys in the folder, each sealed
 * under it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.plumbline.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What an installation can be told: by its file {@code plumbline.toml}, by the environment, or on the command line.
 * Every setting is known by name; what is not known is refused, with the nearest that is.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.plumbline.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

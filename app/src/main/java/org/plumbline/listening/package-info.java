/** Where requests come in: what a proxy in front says of them, and the door for commands on this machine. */
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package org.plumbline.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

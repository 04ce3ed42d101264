/** Durable background work with progress: survives a restart, and runs as the person who started it. */
@ApplicationModule(allowedDependencies = {"kernel", "watching", "identity", "access", "audit"})
@NullMarked
package org.plumbline.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

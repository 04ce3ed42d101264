/**
 * The trail: one entry for every act, consultation and refusal, committed with the act or before the first byte is
 * shown; and the events that acts leave for later stages.
 */
@ApplicationModule(allowedDependencies = {"kernel", "keys", "watching", "identity", "access"})
@NullMarked
package org.plumbline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

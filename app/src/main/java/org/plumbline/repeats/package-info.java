/**
 * Writes that are sent again: under the same {@code Idempotency-Key} a request gets the answer it got the first time,
 * and nothing is done twice. The answer is kept in the transaction of the act, for a day.
 */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit"})
@NullMarked
package org.plumbline.repeats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

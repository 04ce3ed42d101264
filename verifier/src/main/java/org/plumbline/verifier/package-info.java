/** Checks what Plumbline hands out without Plumbline: one step after the other, naming the first that does not hold. */
@NullMarked
package org.plumbline.verifier;

import org.jspecify.annotations.NullMarked;

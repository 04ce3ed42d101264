/**
 * Values every module shares: identifiers, references, digests, money, moments, refusals, and the two ports
 * {@link org.plumbline.kernel.Acts} and {@link org.plumbline.kernel.RefResolver}. JDK only.
 */
@NullMarked
package org.plumbline.kernel;

import org.jspecify.annotations.NullMarked;

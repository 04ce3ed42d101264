/** Plumbline: investigations that must hold up. */
@NullMarked
package org.plumbline;

import org.jspecify.annotations.NullMarked;

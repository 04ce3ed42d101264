/** Walks through the product in a real browser. */
@NullMarked
package org.plumbline.acceptance;

import org.jspecify.annotations.NullMarked;

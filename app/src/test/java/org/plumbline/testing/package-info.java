/** What tests of several modules stand on. */
@NullMarked
package org.plumbline.testing;

import org.jspecify.annotations.NullMarked;

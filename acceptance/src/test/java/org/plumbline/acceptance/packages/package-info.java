/** The packages as somebody gets them: what is in them, and a life of each in a Debian of its own. */
@NullMarked
package org.plumbline.acceptance.packages;

import org.jspecify.annotations.NullMarked;

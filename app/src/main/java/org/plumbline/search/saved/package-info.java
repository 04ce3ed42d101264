/** Searches that a case keeps under a name, and what is told of new material that one of them finds. */
@NullMarked
package org.plumbline.search.saved;

import org.jspecify.annotations.NullMarked;

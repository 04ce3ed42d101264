/** Files that arrive in pieces, over broken connections and restarts, and become exhibits once they are whole. */
@NullMarked
package org.plumbline.custody.uploads;

import org.jspecify.annotations.NullMarked;

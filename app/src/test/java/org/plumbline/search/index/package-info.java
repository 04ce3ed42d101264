/** Rules of the search index. */
@NullMarked
package org.plumbline.search.index;

import org.jspecify.annotations.NullMarked;

/** Batch search: a list of terms, each looked for in one case, within the lines of the safeguards. */
@NullMarked
package org.plumbline.search.batch;

import org.jspecify.annotations.NullMarked;

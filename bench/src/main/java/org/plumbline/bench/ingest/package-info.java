/** How fast files come in. */
@NullMarked
package org.plumbline.bench.ingest;

import org.jspecify.annotations.NullMarked;

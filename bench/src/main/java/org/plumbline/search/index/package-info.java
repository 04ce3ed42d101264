/** Raw Lucene over the words and fields of the application's own index: on the class path of a benchmark only. */
@NullMarked
package org.plumbline.search.index;

import org.jspecify.annotations.NullMarked;

/** Search beside its peers, over documents that a seed makes. */
@NullMarked
package org.plumbline.bench.search;

import org.jspecify.annotations.NullMarked;

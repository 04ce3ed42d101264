/** Benchmarks: Plumbline beside its peers and the physical limit in one run. Never shipped. */
@NullMarked
package org.plumbline.bench;

import org.jspecify.annotations.NullMarked;

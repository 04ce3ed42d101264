/** Stock-takes: what stands in a storage place counted against what the acts of custody say of it. */
@NullMarked
package org.plumbline.custody.stock;

import org.jspecify.annotations.NullMarked;

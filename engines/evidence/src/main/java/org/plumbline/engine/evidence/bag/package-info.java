/** BagIt bags (RFC 8493, and the drafts 0.97 that are still around), read with suspicion and written plainly. */
@NullMarked
package org.plumbline.engine.evidence.bag;

import org.jspecify.annotations.NullMarked;

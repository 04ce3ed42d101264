/** Trees cut into tiles and entry bundles (C2SP tlog-tiles), read through a bounded cache. Needs tree and refusal. */
@NullMarked
package org.plumbline.engine.log.tile;

import org.jspecify.annotations.NullMarked;

/**
 * Evidence packages that come in: checked as whoever gets one checks it, then their originals become exhibits of the
 * case, with the custody that they had before (docs/formats/package.md).
 */
@NullMarked
package org.plumbline.custody.imports;

import org.jspecify.annotations.NullMarked;

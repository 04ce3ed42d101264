/** Backups under load, restored elsewhere and compared byte by byte. */
@NullMarked
package org.plumbline.acceptance.restore;

import org.jspecify.annotations.NullMarked;

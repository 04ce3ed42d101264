/** Changes of the trail by whoever holds the disk, and who finds them out. */
@NullMarked
package org.plumbline.acceptance.tamper;

import org.jspecify.annotations.NullMarked;

/** Rules of the module, through its door. */
@NullMarked
package org.plumbline.custody;

import org.jspecify.annotations.NullMarked;

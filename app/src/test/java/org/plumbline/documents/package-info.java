/** Rules of the module, through its door. */
@NullMarked
package org.plumbline.documents;

import org.jspecify.annotations.NullMarked;

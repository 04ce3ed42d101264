/** Rules of tags: their codes, and where they lead for whom. */
@NullMarked
package org.plumbline.custody.tags;

import org.jspecify.annotations.NullMarked;

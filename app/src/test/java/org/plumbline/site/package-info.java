/** Tests of the page shell. */
@NullMarked
package org.plumbline.site;

import org.jspecify.annotations.NullMarked;

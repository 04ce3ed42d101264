/** Tests of the sample. */
@NullMarked
package org.plumbline.sample;

import org.jspecify.annotations.NullMarked;

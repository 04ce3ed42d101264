/** Tests of case files. */
@NullMarked
package org.plumbline.cases;

import org.jspecify.annotations.NullMarked;

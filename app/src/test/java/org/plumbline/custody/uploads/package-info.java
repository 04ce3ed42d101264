@NullMarked
package org.plumbline.custody.uploads;

import org.jspecify.annotations.NullMarked;

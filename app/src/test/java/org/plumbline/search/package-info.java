@NullMarked
package org.plumbline.search;

import org.jspecify.annotations.NullMarked;

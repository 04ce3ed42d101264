@NullMarked
package org.plumbline.charts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.plumbline.reports;

import org.jspecify.annotations.NullMarked;

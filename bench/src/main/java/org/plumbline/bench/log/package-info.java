/** The log beside bare hashing of the same leaves. */
@NullMarked
package org.plumbline.bench.log;

import org.jspecify.annotations.NullMarked;

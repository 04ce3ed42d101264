/** The sample: two organisations, their people, and cases to look around in. Only the demonstration loads it. */
@NullMarked
package org.plumbline.sample;

import org.jspecify.annotations.NullMarked;

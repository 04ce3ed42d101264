/** A recorder that can be told to leave entries out: on the class path of a benchmark only. */
@NullMarked
package org.plumbline.audit;

import org.jspecify.annotations.NullMarked;

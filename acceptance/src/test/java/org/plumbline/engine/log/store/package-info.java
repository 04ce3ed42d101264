/** A disk that dies at any step, beside the engine's own: on the class path of a campaign only. */
@NullMarked
package org.plumbline.engine.log.store;

import org.jspecify.annotations.NullMarked;

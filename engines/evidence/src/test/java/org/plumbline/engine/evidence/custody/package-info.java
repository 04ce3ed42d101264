/** Acts of custody against a reference that shares no code with them. */
@NullMarked
package org.plumbline.engine.evidence.custody;

import org.jspecify.annotations.NullMarked;

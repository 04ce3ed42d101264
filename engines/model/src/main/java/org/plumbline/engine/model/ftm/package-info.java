/** Reads and writes FollowTheMoney JSON lines as a stream, under the vocabulary policy. */
@NullMarked
package org.plumbline.engine.model.ftm;

import org.jspecify.annotations.NullMarked;

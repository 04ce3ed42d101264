/**
 * Timestamps of a checkpoint by an authority (RFC 3161): asking for one, and reading and checking what came. Needs tree
 * and refusal.
 */
@NullMarked
package org.plumbline.engine.log.timestamp;

import org.jspecify.annotations.NullMarked;

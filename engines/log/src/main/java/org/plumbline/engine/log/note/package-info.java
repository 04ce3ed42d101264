/**
 * Signed notes, checkpoints and cosignatures (C2SP signed-note, tlog-checkpoint, tlog-cosignature). Needs tree and
 * refusal.
 */
@NullMarked
package org.plumbline.engine.log.note;

import org.jspecify.annotations.NullMarked;

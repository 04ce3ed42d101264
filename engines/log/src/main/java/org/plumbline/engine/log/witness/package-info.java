/**
 * Cosigning the checkpoints of others and asking others to cosign ours (C2SP tlog-witness). Needs store, note, tree and
 * refusal.
 */
@NullMarked
package org.plumbline.engine.log.witness;

import org.jspecify.annotations.NullMarked;

/**
 * Entries as canonical JSON (RFC 8785), and the salted commitments that stand for them in the log. Needs tree and
 * refusal.
 */
@NullMarked
package org.plumbline.engine.log.json;

import org.jspecify.annotations.NullMarked;

/** One entry's proof as a text of its own (C2SP tlog-proof). Needs policy, note, tree and refusal. */
@NullMarked
package org.plumbline.engine.log.proof;

import org.jspecify.annotations.NullMarked;

/** Whose signatures make a checkpoint worth believing (C2SP tlog-policy). Needs note, tree and refusal. */
@NullMarked
package org.plumbline.engine.log.policy;

import org.jspecify.annotations.NullMarked;

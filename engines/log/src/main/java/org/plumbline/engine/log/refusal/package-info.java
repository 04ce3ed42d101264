/** Every way in which a tree, note, proof, policy or request can be wrong, by name. Needs nothing. */
@NullMarked
package org.plumbline.engine.log.refusal;

import org.jspecify.annotations.NullMarked;

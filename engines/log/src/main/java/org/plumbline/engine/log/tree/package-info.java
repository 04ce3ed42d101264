/** Merkle trees of RFC 6962: hashes, and proofs of inclusion and consistency, made and verified. Needs refusal. */
@NullMarked
package org.plumbline.engine.log.tree;

import org.jspecify.annotations.NullMarked;

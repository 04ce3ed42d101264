/** The trail's Merkle log: a place for every entry after its commit, tiles, and signed checkpoints over them. */
@NullMarked
package org.plumbline.audit.log;

import org.jspecify.annotations.NullMarked;

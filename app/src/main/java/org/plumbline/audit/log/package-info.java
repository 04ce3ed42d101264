/** The trail's Merkle log: a place for every entry after its commit, tiles, and signed checkpoints over them. */
@NamedInterface("log")
@NullMarked
package org.plumbline.audit.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

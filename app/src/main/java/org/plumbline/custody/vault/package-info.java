/** The vault: the bytes of all cases, how they lie, how they arrive and how they are opened. */
@NamedInterface("vault")
@NullMarked
package org.plumbline.custody.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

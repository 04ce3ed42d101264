/** The ways in which a member signs in: passkeys, a password with a code, an identity at an outside provider. */
@NamedInterface("ways")
@NullMarked
package org.plumbline.identity.ways;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

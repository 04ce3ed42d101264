/** Signing in and out, and binding the signed-in person to each request. */
@NamedInterface("web")
@NullMarked
package org.plumbline.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

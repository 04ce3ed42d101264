/** Signing in and out, and binding the signed-in person to each request. */
@NullMarked
package org.plumbline.identity.web;

import org.jspecify.annotations.NullMarked;

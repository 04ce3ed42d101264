/** Binds a page's consultation to its request and commits it before the first byte. */
@NullMarked
package org.plumbline.audit.web;

import org.jspecify.annotations.NullMarked;

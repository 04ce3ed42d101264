/** Pages of administration and of one's own account. */
@NullMarked
package org.plumbline.administration.web;

import org.jspecify.annotations.NullMarked;

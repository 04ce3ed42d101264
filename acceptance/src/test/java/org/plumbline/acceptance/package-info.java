/** The whole system from outside: the launcher, what is shipped, browser walks and campaigns. */
@NullMarked
package org.plumbline.acceptance;

import org.jspecify.annotations.NullMarked;

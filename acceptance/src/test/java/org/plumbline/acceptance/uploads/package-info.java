/** Kills while files arrive in pieces. */
@NullMarked
package org.plumbline.acceptance.uploads;

import org.jspecify.annotations.NullMarked;

/** The campaign of faults: what the machine below may do to an installation while people work. */
@NullMarked
package org.plumbline.acceptance.faults;

import org.jspecify.annotations.NullMarked;

/** The application's own recorder over one connection: on the class path of a campaign only. */
@NullMarked
package org.plumbline.audit;

import org.jspecify.annotations.NullMarked;

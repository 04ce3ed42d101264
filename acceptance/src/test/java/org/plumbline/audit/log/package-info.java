/** The application's own sequencer, one round at a time: on the class path of a campaign only. */
@NullMarked
package org.plumbline.audit.log;

import org.jspecify.annotations.NullMarked;

/** Power cuts during ingestion: what was acknowledged stays, what was not is sent again, nothing counts twice. */
@NullMarked
package org.plumbline.acceptance.crash;

import org.jspecify.annotations.NullMarked;

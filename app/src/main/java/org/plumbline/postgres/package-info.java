/**
 * The real PostgreSQL that the application starts in its own data folder when no other server is configured: unpacked,
 * set up, started, watched, started again and stopped here; and the one hold that a process has on the records, in that
 * server or another. May use watching.
 */
@NullMarked
package org.plumbline.postgres;

import org.jspecify.annotations.NullMarked;

/**
 * The real PostgreSQL that the application starts in its own data folder when no other server is configured: unpacked,
 * set up, started, watched and stopped here. Plain Java; the JDK, the JDBC driver and the two libraries that unpack the
 * server are its only dependencies.
 */
@NullMarked
package org.plumbline.postgres;

import org.jspecify.annotations.NullMarked;

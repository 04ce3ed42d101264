/**
 * An append-only Merkle log: entries are integrated into tiles, and a signed checkpoint promises what has been. Plain
 * Java, JDK only; needs only the packages below it.
 */
@NullMarked
package org.plumbline.engine.log;

import org.jspecify.annotations.NullMarked;

/**
 * Where tiles, trees and promised heads are kept, durable whenever the machine stops. Needs tile, note, tree and
 * refusal.
 */
@NullMarked
package org.plumbline.engine.log.store;

import org.jspecify.annotations.NullMarked;

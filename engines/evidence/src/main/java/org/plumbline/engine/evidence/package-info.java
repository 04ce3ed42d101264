/**
 * What evidence leaves Plumbline as, and what whoever receives it checks: acts of custody, bags, linked data. Plain
 * Java over the log engine; needs no server.
 */
@NullMarked
package org.plumbline.engine.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * Documented links between entities, held in memory and walked through the labels that a person may see. What is
 * invisible changes no answer. Plain Java; needs no other package.
 */
@NullMarked
package org.plumbline.engine.graph;

import org.jspecify.annotations.NullMarked;

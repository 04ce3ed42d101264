/**
 * Lists over the cases that a reader may see: what is out, what is overdue, what is between two people, what is where.
 */
@NullMarked
package org.plumbline.custody.whereabouts;

import org.jspecify.annotations.NullMarked;

/** Random requests of everybody for everything: nothing of a foreign case shows, and nothing of it changes. */
@NullMarked
package org.plumbline.acceptance.access;

import org.jspecify.annotations.NullMarked;

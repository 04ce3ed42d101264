/** Reads the key of each write over the API, and describes it there. */
@NullMarked
package org.plumbline.repeats.web;

import org.jspecify.annotations.NullMarked;

/** Oversight, walked from outside. */
@NullMarked
package org.plumbline.oversight.web;

import org.jspecify.annotations.NullMarked;

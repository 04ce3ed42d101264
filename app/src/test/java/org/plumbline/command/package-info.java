/** Rules of the module, through its door. */
@NullMarked
package org.plumbline.command;

import org.jspecify.annotations.NullMarked;

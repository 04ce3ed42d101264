/** The folder that the last release left, brought to this version, also when that breaks off. */
@NullMarked
package org.plumbline.acceptance.upgrade;

import org.jspecify.annotations.NullMarked;

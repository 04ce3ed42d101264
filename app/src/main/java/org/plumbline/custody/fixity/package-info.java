/** Fixity: whether what the vault holds still is what was received, looked at on a schedule. */
@NullMarked
package org.plumbline.custody.fixity;

import org.jspecify.annotations.NullMarked;

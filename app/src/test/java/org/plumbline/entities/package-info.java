/** Tests of entities, statements and imports. */
@NullMarked
package org.plumbline.entities;

import org.jspecify.annotations.NullMarked;

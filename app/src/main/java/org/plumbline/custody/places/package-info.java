/** Where exhibits can be kept: the storage places of an organisation, as a tree. */
@NullMarked
package org.plumbline.custody.places;

import org.jspecify.annotations.NullMarked;

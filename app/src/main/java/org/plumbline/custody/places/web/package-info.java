/** Pages and API of storage places. */
@NullMarked
package org.plumbline.custody.places.web;

import org.jspecify.annotations.NullMarked;

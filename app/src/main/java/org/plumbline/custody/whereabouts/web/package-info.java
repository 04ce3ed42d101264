/** Pages and API of what is where. */
@NullMarked
package org.plumbline.custody.whereabouts.web;

import org.jspecify.annotations.NullMarked;

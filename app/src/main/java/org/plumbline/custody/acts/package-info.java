/** What is done with exhibits: acts, their signatures, and how things stand with each. */
@NullMarked
package org.plumbline.custody.acts;

import org.jspecify.annotations.NullMarked;

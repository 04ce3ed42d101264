/** Administration, walked from outside. */
@NullMarked
package org.plumbline.administration.web;

import org.jspecify.annotations.NullMarked;

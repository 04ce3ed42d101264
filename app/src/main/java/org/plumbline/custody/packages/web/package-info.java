/** Pages and API of evidence packages. */
@NullMarked
package org.plumbline.custody.packages.web;

import org.jspecify.annotations.NullMarked;

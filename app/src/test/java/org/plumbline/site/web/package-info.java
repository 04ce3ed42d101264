/** Tests of the page shell over HTTP. */
@NullMarked
package org.plumbline.site.web;

import org.jspecify.annotations.NullMarked;

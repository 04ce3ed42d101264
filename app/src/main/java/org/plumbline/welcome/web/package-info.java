/** Pages before the first page. */
@NullMarked
package org.plumbline.welcome.web;

import org.jspecify.annotations.NullMarked;

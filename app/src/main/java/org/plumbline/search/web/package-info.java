/** Pages and API of search. */
@NamedInterface("web")
@NullMarked
package org.plumbline.search.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

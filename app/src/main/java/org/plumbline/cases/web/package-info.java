/** Pages and API of case files. */
@NamedInterface("web")
@NullMarked
package org.plumbline.cases.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Pages and API of exhibits, and how originals are sent. */
@NamedInterface("web")
@NullMarked
package org.plumbline.custody.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

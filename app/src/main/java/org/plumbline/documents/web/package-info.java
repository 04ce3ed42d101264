/** Pages and API of ingestions and documents. */
@NamedInterface("web")
@NullMarked
package org.plumbline.documents.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

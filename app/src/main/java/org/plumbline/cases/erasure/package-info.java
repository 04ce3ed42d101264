/**
 * Erasing a case: asked by one who decides on it, confirmed by another, and carried out in every place its content can
 * lie (docs/design/erasure.md).
 */
@NamedInterface("erasure")
@NullMarked
package org.plumbline.cases.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

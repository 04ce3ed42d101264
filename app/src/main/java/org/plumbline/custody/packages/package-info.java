/**
 * Evidence packages: exhibits of a case with their custody and their proofs as one file, for somebody outside who can
 * check it without us (docs/formats/package.md).
 */
@NullMarked
package org.plumbline.custody.packages;

import org.jspecify.annotations.NullMarked;

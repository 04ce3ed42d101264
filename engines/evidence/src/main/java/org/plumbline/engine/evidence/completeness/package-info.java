/**
 * What an organisation states of a batch of files: what came in, what became of each, and what could not be read. The
 * form is in docs/formats/completeness.md.
 */
@NullMarked
package org.plumbline.engine.evidence.completeness;

import org.jspecify.annotations.NullMarked;

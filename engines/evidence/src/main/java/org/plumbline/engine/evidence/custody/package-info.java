/**
 * Acts of custody in their canonical form, chained and signed, and the rules that a chain of them keeps
 * (docs/formats/custody.md).
 */
@NullMarked
package org.plumbline.engine.evidence.custody;

import org.jspecify.annotations.NullMarked;

/** Investigations as CASE/UCO 1.4 linked data, in JSON-LD. */
@NullMarked
package org.plumbline.engine.evidence.caseuco;

import org.jspecify.annotations.NullMarked;

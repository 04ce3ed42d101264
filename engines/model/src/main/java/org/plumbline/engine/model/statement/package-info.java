/** One sourced statement about an entity, and the view that assembles an entity from its statements. */
@NullMarked
package org.plumbline.engine.model.statement;

import org.jspecify.annotations.NullMarked;

/** The links that entity views state between entities: what neighbours and the link chart show. */
@NullMarked
package org.plumbline.engine.model.link;

import org.jspecify.annotations.NullMarked;

/** Pages and API of entities, statements, sources, collections and imports. */
@NullMarked
package org.plumbline.entities.web;

import org.jspecify.annotations.NullMarked;

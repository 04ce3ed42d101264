/** The entity vocabulary, its policy, and statements. */
@NullMarked
package org.plumbline.engine.model;

import org.jspecify.annotations.NullMarked;

/** What a value of each property type looks like: checks, normal forms, check digits. Needs nothing of the model. */
@NullMarked
package org.plumbline.engine.model.value;

import org.jspecify.annotations.NullMarked;

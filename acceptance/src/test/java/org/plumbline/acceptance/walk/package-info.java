/** The main job from end to end on the demonstration, as a person with a browser and as a program over the API. */
@NullMarked
package org.plumbline.acceptance.walk;

import org.jspecify.annotations.NullMarked;

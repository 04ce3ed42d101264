/**
 * The vocabulary in which entities are described (FollowTheMoney), and the policy that says of each word whether it is
 * open, marked or refused. Plain Java; needs only the packages below it.
 */
@NullMarked
package org.plumbline.engine.model;

import org.jspecify.annotations.NullMarked;

/** Acts of custody through their door, on real records. */
@NullMarked
package org.plumbline.custody.acts;

import org.jspecify.annotations.NullMarked;

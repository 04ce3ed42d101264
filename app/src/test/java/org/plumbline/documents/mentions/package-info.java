@NullMarked
package org.plumbline.documents.mentions;

import org.jspecify.annotations.NullMarked;

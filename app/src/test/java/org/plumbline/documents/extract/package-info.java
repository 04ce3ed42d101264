@NullMarked
package org.plumbline.documents.extract;

import org.jspecify.annotations.NullMarked;

/** Pages and API of the import of evidence packages. */
@NullMarked
package org.plumbline.custody.imports.web;

import org.jspecify.annotations.NullMarked;

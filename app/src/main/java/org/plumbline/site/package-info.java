/**
 * The page shell: what every page of every module is made of. Words from message bundles, the reader's language and
 * time, forms and their errors. The {@code web} sub-package holds frame, assets, security headers and error pages. May
 * use the kernel.
 */
@NullMarked
package org.plumbline.site;

import org.jspecify.annotations.NullMarked;

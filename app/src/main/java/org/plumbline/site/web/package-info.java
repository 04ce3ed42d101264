/**
 * Frame, assets, security headers, templates and error pages shared by the pages of all modules. May use site and
 * kernel.
 */
@NamedInterface("web")
@NullMarked
package org.plumbline.site.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Pages, addresses and API of link charts: what the templates are given, and the words they use. */
@NamedInterface("web")
@NullMarked
package org.plumbline.charts.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

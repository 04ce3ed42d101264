/** Draws a saved chart on the server: the same shapes, glyphs and lines as the page's script, as PNG and SVG. */
@NullMarked
package org.plumbline.charts.picture;

import org.jspecify.annotations.NullMarked;

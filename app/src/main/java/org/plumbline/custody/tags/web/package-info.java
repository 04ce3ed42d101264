/** Sheets of tags, the page where one is scanned, and the same over the API. */
@NullMarked
package org.plumbline.custody.tags.web;

import org.jspecify.annotations.NullMarked;

/** The panel of suggested mentions beside a document's text, and the same over the API. */
@NullMarked
package org.plumbline.documents.mentions.web;

import org.jspecify.annotations.NullMarked;

/** Pages and API of documents, as a browser without scripts and a client see them. */
@NullMarked
package org.plumbline.documents.web;

import org.jspecify.annotations.NullMarked;

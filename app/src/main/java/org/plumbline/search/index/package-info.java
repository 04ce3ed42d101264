/**
 * The search index: what is found, in which order, with which counts and marks, inside the labels a person may see.
 * Plain Java over Lucene; no Spring, no SQL, no sentences. {@link org.plumbline.search.index.SearchIndex} is the door,
 * {@link org.plumbline.search.index.EmbeddedIndex} the form that lives in the data folder. May import: kernel.
 */
@NamedInterface("index")
@NullMarked
package org.plumbline.search.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

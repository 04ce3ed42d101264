/**
 * What runs inside a worker process: finds the type of one file by its content and reads it with the reader for that
 * type. Nothing here is called in the application's own process; it may use the values of
 * {@link org.plumbline.documents.extract}, Tika and the parsers Tika brings.
 */
@NullMarked
package org.plumbline.documents.extract.worker;

import org.jspecify.annotations.NullMarked;

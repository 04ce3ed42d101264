/**
 * Reads outside bytes in separate worker processes and says what came of each file: its text, what is known about it,
 * and its direct children. Plain Java: it knows no database, no case and no page; one call reads one level, and the
 * ingestion ledger queues each child as an item of its own. May use the JDK only; what touches a parser lives in
 * {@link org.plumbline.documents.extract.worker} and runs in the other process.
 */
@NullMarked
package org.plumbline.documents.extract;

import org.jspecify.annotations.NullMarked;

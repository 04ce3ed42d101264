package org.plumbline.documents.extract.worker;

import java.nio.file.Path;
import org.plumbline.documents.extract.WorkerTask;

/**
 * The file being read.
 *
 * @param type its media type by content, without parameters
 * @param size its length in bytes
 */
record Source(Path file, String name, String type, long size, WorkerTask task) {}

package org.plumbline.documents.extract.worker;

import java.nio.file.Path;
import org.plumbline.documents.extract.WorkerTask;

/**
 * The file being read.
 *
 * @param type its media type by content, without parameters
 * @param exactType the same with its parameters, such as a version
 * @param size its length in bytes
 */
record Source(Path file, String name, String type, String exactType, long size, WorkerTask task) {}

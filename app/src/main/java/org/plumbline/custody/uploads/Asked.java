package org.plumbline.custody.uploads;

import java.util.Optional;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.kernel.Digest;

/**
 * What a sender says to begin an upload.
 *
 * @param bytes how many there will be
 * @param sha256 of the whole file, where the sender knows it
 * @param metadata as it was sent
 */
public record Asked(Received as, long bytes, Optional<Digest> sha256, UploadTaker.Destination to, String metadata) {}

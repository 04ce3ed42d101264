package org.plumbline.custody;

import java.util.UUID;
import org.plumbline.kernel.Digest;

/**
 * Bytes that the vault keeps for a case, once however often they were received.
 *
 * @param bytes their number
 */
public record Content(UUID id, Digest digest, long bytes) {}

package org.plumbline.custody.uploads;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some of an upload's bytes, as one request brings them.
 *
 * @param offset where they belong, as the sender says
 * @param bytes may break off
 * @param size how many were announced; absent where that was not said
 * @param checksum checked before anything of it is kept
 */
public record Piece(long offset, InputStream bytes, OptionalLong size, Optional<Checksum> checksum) {}

package org.plumbline.custody;

import java.util.Optional;
import org.plumbline.custody.vault.SealedContent;

/**
 * Bytes as received, on their way to a reader.
 *
 * @param name the name as received
 * @param bytes the bytes themselves, opened as they are read
 * @param mediaType what they were found to be
 */
public record Original(String name, SealedContent bytes, Content content, Optional<String> mediaType) {}

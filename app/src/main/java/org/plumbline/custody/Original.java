package org.plumbline.custody;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Bytes as received, on their way to a reader.
 *
 * @param name the name as received
 * @param file where they lie
 * @param mediaType what they were found to be
 */
public record Original(String name, Path file, Content content, Optional<String> mediaType) {}

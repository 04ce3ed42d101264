package org.plumbline.custody.tags;

import java.util.Optional;

/**
 * Something that has a tag or can have one.
 *
 * @param code absent until a tag was made
 */
public record Tag<T extends Tagged>(T on, Optional<TagCode> code) {}

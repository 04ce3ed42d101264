package org.plumbline.custody.stock;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.tags.TagCode;

/**
 * Something that is kept in a place by the records. The exhibit's identifier tells two without a tag apart and is shown
 * to nobody.
 *
 * @param code its tag; absent until one is made
 * @param seal the number of the seal on it; absent where it is not sealed
 */
record Kept(UUID exhibit, Optional<TagCode> code, Optional<String> seal, UUID place) {}

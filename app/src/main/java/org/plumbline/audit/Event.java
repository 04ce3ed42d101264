package org.plumbline.audit;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * Something that happened, left in the transaction of the act that did it.
 *
 * @param kind past tense, such as {@code document-extracted}
 * @param ref the record it happened to
 * @param stamp owner, label and case of that record
 */
public record Event(UUID id, String kind, Ref ref, Stamp stamp, Instant at, MemberId by) {}

package org.plumbline.identity.ways;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * Who a member is at an outside provider.
 *
 * @param issuer the provider
 * @param subject its identifier of the person, which never changes there
 */
public record OutsideIdentity(UUID id, MemberId member, String issuer, String subject, Instant made) {}

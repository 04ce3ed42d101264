package org.plumbline.identity;

import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * A link that signs a member in.
 *
 * @param once whether it works a single time; links of the demonstration work until it is started again
 */
public record SignInLink(UUID id, MemberId member, boolean once) {}

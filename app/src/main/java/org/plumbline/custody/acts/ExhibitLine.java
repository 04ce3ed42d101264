package org.plumbline.custody.acts;

import java.time.Instant;
import java.util.Optional;
import org.plumbline.custody.Exhibit;
import org.plumbline.kernel.MemberId;

/**
 * An exhibit in a list, with how things stand with it.
 *
 * @param outUntil until when it is out
 * @param transferTo to whom it was released
 * @param transferUntil when the taker must have signed
 * @param disposed how it ended, by its code
 */
public record ExhibitLine(
        Exhibit exhibit,
        MemberId custodian,
        Optional<String> seal,
        Optional<String> outTo,
        Optional<Instant> outUntil,
        Optional<MemberId> transferTo,
        Optional<Instant> transferUntil,
        Optional<String> disposed) {}

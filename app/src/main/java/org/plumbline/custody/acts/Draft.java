package org.plumbline.custody.acts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;

/**
 * An act that waits for a signature.
 *
 * @param id the draft's own identifier; the act has another
 * @param signer whose signature it waits for
 * @param session the session or token in which it was put together; absent where it waits for a witness
 * @param first the signature of who did it, where it waits for a witness
 * @param until when it is too late
 */
public record Draft(
        UUID id,
        Stamp stamp,
        Act act,
        MemberId signer,
        Optional<String> session,
        Optional<Signature> first,
        Instant until) {}

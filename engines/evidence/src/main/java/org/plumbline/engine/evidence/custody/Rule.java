package org.plumbline.engine.evidence.custody;

import java.util.Locale;

/** A rule of custody, by which something was refused; {@link #code()} is stable and is what answers and bundles use. */
public enum Rule {
    /** A text is not an act, receipt or signature in its one form. */
    FORM,
    /** A quantity is no decimal above zero, or of another unit. */
    QUANTITY_FORM,
    /** An act is of another exhibit, case or organisation than the chain. */
    OTHER_EXHIBIT,
    /** An act does not count on from the one before. */
    SEQUENCE,
    /** An act does not name the digest of the one before. */
    PREVIOUS,
    /** An act happened later than it was put together. */
    IN_THE_FUTURE,
    /** An act was put together before the one before it. */
    BEFORE_THE_LAST,

    /** The exhibit was disposed of: nothing but a correction follows. */
    DISPOSED,
    /** The exhibit went into another. */
    MERGED_AWAY,
    /** The exhibit is between two people. */
    IN_TRANSFER,
    /** The exhibit is checked out. */
    CHECKED_OUT,
    /** The exhibit is not checked out. */
    NOT_CHECKED_OUT,
    /** Nobody has released the exhibit. */
    NOT_IN_TRANSFER,
    /** The exhibit is sealed. */
    SEALED,
    /** The exhibit has no seal to break. */
    NOT_SEALED,
    /** Somebody else is the custodian. */
    NOT_THE_CUSTODIAN,
    /** Somebody else has the exhibit in hand. */
    NOT_IN_HAND,
    /** The exhibit was released to somebody else. */
    NOT_THE_TAKER,
    /** An acquisition is recorded already. */
    COLLECTED_ALREADY,

    /** A first seal is put on with seal, the next ones with reseal. */
    SEALED_BEFORE,
    /** No seal was ever on it: put the first on with seal. */
    NEVER_SEALED,
    /** This seal was on it before. */
    SEAL_USED,
    /** The seal found is not the one that was put on. */
    SEAL_MISMATCH,
    /** The item is sealed, and its seal was not read. */
    SEAL_MISSING,
    /** A hand-over of content goes with its digest. */
    DIGEST_MISSING,
    /** The digest found is not that of the receipt. */
    DIGEST_MISMATCH,
    /** Something without content has no digest. */
    DIGEST_UNEXPECTED,
    /** The one who takes it is the one who has it. */
    SAME_PERSON,
    /** The exhibit is in that place already. */
    SAME_PLACE,
    /** A time limit does not lie ahead, or lies too far ahead. */
    LIMIT,
    /** The release that is answered is not the last one. */
    OTHER_RELEASE,
    /** There is no quantity to divide. */
    NO_QUANTITY,
    /** The parts are not together what was there. */
    NOT_CONSERVED,
    /** An exhibit is part or source of itself, or named twice. */
    NAMED_TWICE,
    /** The act that is corrected is none of this exhibit. */
    NOT_OF_THIS_CHAIN,
    /** The witness is the one who disposes. */
    WITNESS_SAME,
    /** A disposal has no signature of its witness. */
    WITNESS_MISSING,
    /** An act that needs no witness has one. */
    WITNESS_UNEXPECTED,

    /** Not the key, the algorithm or the encoding that WebAuthn has. */
    SIGNATURE_FORM,
    /** The client data is of another ceremony. */
    SIGNATURE_CEREMONY,
    /** The challenge is not the digest of the act. */
    SIGNATURE_CHALLENGE,
    /** The authenticator signed for another site than the origin. */
    SIGNATURE_SITE,
    /** The authenticator did not check who used it. */
    SIGNATURE_UNVERIFIED,
    /** The signature is not by this key over these bytes. */
    SIGNATURE_WRONG;

    /** The rule as a stable name, such as {@code not-the-custodian}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

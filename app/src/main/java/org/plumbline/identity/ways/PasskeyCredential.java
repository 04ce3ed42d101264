package org.plumbline.identity.ways;

import java.util.List;

/**
 * What checks the signatures of a passkey.
 *
 * @param id credential identifier, chosen by the authenticator
 * @param publicKey COSE_Key (RFC 9052, section 7)
 * @param authenticator AAGUID, 16 bytes; zeros where the maker says nothing
 * @param signCount signature counter as last seen; 0 where the authenticator has none
 * @param backupEligible whether it may be copied, which never changes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; handed from records to checks only
record PasskeyCredential(
        byte[] id,
        byte[] publicKey,
        byte[] authenticator,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports) {
    PasskeyCredential {
        transports = List.copyOf(transports);
    }
}

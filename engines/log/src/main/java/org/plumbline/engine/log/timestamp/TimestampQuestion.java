package org.plumbline.engine.log.timestamp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * A question for a timestamp (RFC 3161 TimeStampReq), and what may answer it.
 *
 * @param text whose SHA-256 is asked to be stamped
 * @param nonce that the answer has to repeat
 */
public record TimestampQuestion(String text, BigInteger nonce) {
    private static final byte[] SHA_256 = HexFormat.of().parseHex("300d06096086480165030402010500");
    private static final byte[] CERTIFICATE_WANTED = {Der.BOOLEAN, 1, -1};

    /** As it is sent. */
    public byte[] bytes() {
        byte[] imprint = HexFormat.of().parseHex(Timestamp.imprintOf(text));
        return Der.write(
                Der.SEQUENCE,
                Der.write(Der.INTEGER, BigInteger.ONE.toByteArray()),
                Der.write(Der.SEQUENCE, SHA_256, Der.write(Der.OCTETS, imprint)),
                Der.write(Der.INTEGER, nonce.toByteArray()),
                CERTIFICATE_WANTED);
    }

    /** The token of an answer (RFC 3161 TimeStampResp) that grants what was asked; refuses every other. */
    public byte[] answeredBy(byte[] answer) throws Refused {
        List<Der> parts = Der.of(answer).children(Der.SEQUENCE);
        BigInteger status =
                Der.child(Der.child(parts, 0).children(Der.SEQUENCE), 0).integer();
        // granted, grantedWithMods
        if (!List.of(BigInteger.ZERO, BigInteger.ONE).contains(status)) {
            throw new Refused(Fault.TIMESTAMP_REJECTED, "the authority answered with status " + status);
        }
        byte[] token = Der.child(parts, 1).whole();
        Timestamp stamp = Timestamp.read(token);
        stamp.requireOver(text);
        if (stamp.nonce().isEmpty() || !stamp.nonce().get().equals(nonce)) {
            throw new Refused(Fault.TIMESTAMP_NONCE, "it answers another question");
        }
        return Arrays.copyOf(token, token.length);
    }
}

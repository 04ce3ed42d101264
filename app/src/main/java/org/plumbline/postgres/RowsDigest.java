package org.plumbline.postgres;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Rows of a table, whatever their order: how many there are, and the sum of their SHA-256 modulo 2 to the 256th. It
 * tells a lost, doubled or altered row; it is no proof against somebody who chooses rows to deceive it.
 */
final class RowsDigest {
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    private final MessageDigest sha256;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    RowsDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One row, in the text form of COPY. */
    void add(byte[] row) {
        sum = sum.add(new BigInteger(1, sha256.digest(row))).and(MASK);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** 64 hexadecimal digits. */
    String hex() {
        return "%064x".formatted(sum);
    }
}

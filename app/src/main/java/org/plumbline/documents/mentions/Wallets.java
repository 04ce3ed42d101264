package org.plumbline.documents.mentions;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Addresses of crypto-currencies: Bitcoin (Base58Check; BIP-173 and BIP-350) and Ethereum (EIP-55). */
final class Wallets implements Finder {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32M = 0x2bc830a3;

    private static final Pattern OLD = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])[13][1-9A-HJ-NP-Za-km-z]{25,34}+(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern SEGWIT = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?:bc1[02-9ac-hj-np-z]{11,71}+|BC1[02-9AC-HJ-NP-Z]{11,71}+)(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");
    private static final Pattern ETHEREUM =
            Pattern.compile("(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])0x([0-9a-fA-F]{40})(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])");

    @Override
    public String name() {
        return "wallets";
    }

    @Override
    public void find(Stretch stretch) {
        Matcher old = OLD.matcher(stretch.text());
        while (old.find()) {
            if (base58Check(old.group())) {
                add(stretch, old, old.group(), 0.99, Ground.CHECK_DIGITS);
            }
        }
        Matcher segwit = SEGWIT.matcher(stretch.text());
        while (segwit.find()) {
            String lower = segwit.group().toLowerCase(Locale.ROOT);
            if (bech32(lower)) {
                add(stretch, segwit, lower, 0.99, Ground.CHECK_DIGITS);
            }
        }
        Matcher ethereum = ETHEREUM.matcher(stretch.text());
        while (ethereum.find()) {
            ethereum(stretch, ethereum);
        }
    }

    private void ethereum(Stretch stretch, Matcher found) {
        String hex = found.group(1);
        String checked = eip55(hex.toLowerCase(Locale.ROOT));
        boolean mixed = !hex.equals(hex.toLowerCase(Locale.ROOT)) && !hex.equals(hex.toUpperCase(Locale.ROOT));
        if (!mixed) {
            add(stretch, found, "0x" + checked, 0.7, Ground.FORM);
        } else if (hex.equals(checked)) {
            add(stretch, found, found.group(), 0.99, Ground.CHECK_DIGITS);
        }
    }

    private void add(Stretch stretch, Matcher found, String value, double confidence, Ground ground) {
        stretch.add(MentionKind.CRYPTO, found.start(), found.end(), value, confidence, ground, name());
    }

    /** Version, twenty bytes and the first four of their double SHA-256. */
    static boolean base58Check(String address) {
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < address.length(); at++) {
            number =
                    number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(BASE58.indexOf(address.charAt(at))));
        }
        byte[] plain = number.toByteArray();
        byte[] padded = new byte[25];
        int from = plain.length > 25 && plain[0] == 0 ? 1 : 0;
        if (plain.length - from > 25) {
            return false;
        }
        System.arraycopy(plain, from, padded, 25 - plain.length + from, plain.length - from);
        byte[] twice = sha256(sha256(Arrays.copyOf(padded, 21)));
        return (padded[0] == 0 || padded[0] == 5)
                && Arrays.equals(Arrays.copyOf(twice, 4), Arrays.copyOfRange(padded, 21, 25));
    }

    /** The checksum of version 0 is that of BIP-173, of every later version that of BIP-350. */
    static boolean bech32(String lower) {
        int check = 1;
        for (int value : new int[] {3, 3, 0, 2, 3}) {
            check = step(check, value);
        }
        for (int i = 3; i < lower.length(); i++) {
            check = step(check, BECH32.indexOf(lower.charAt(i)));
        }
        return check == (lower.charAt(3) == 'q' ? 1 : BECH32M);
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
        }
        return next;
    }

    /** The address with the case of its letters as its Keccak-256 says. */
    static String eip55(String lower) {
        byte[] bytes = lower.getBytes(StandardCharsets.US_ASCII);
        var keccak = new KeccakDigest(256);
        keccak.update(bytes, 0, bytes.length);
        byte[] digest = new byte[32];
        keccak.doFinal(digest, 0);
        String hex = HexFormat.of().formatHex(digest);
        var checked = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            checked.append(Character.digit(hex.charAt(i), 16) >= 8 ? Character.toUpperCase(c) : c);
        }
        return checked.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package org.plumbline.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network such as 10.0.0.0/8 or fd00::/8, or one address (RFC 4632).
 *
 * @param bits how many bits at the start of an address of it are the network's
 */
public record Network(InetAddress address, int bits) {
    private static final Pattern NUMERIC =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException when it is none */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = numeric(slash < 0 ? text : text.substring(0, slash));
        int most = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " has more bits than an address");
        }
        return new Network(address, bits);
    }

    static boolean is(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address written in numbers; nothing is ever looked up. */
    public static InetAddress numeric(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is no address in numbers");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no address in numbers", e);
        }
    }

    /** Whether an address is one of this network. */
    public boolean contains(InetAddress other) {
        byte[] one = address.getAddress();
        byte[] two = other.getAddress();
        if (one.length != two.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((one[bit / Byte.SIZE] & mask) != (two[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}

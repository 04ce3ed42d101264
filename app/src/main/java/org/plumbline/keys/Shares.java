package org.plumbline.keys;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Three shares of a key, any two of which give it back and any one of which says nothing of it: Shamir's scheme with a
 * line over the field of four elements, in which each of the numbers 1, 2 and 3 is a point. A key is its upper and
 * lower half, so that an element is a bit of each; multiplying by 2 takes (h, l) to (h + l, h).
 */
final class Shares {
    /** How many there are. */
    static final int COUNT = 3;

    private static final int HALF = MasterKey.BYTES / 2;

    private Shares() {}

    /** Share {@code 1}, {@code 2} and {@code 3}, each as long as the key. */
    static List<byte[]> of(byte[] key, RandomGenerator random) {
        var slope = new byte[MasterKey.BYTES];
        random.nextBytes(slope);
        return of(key, slope);
    }

    /** @param slope of the line; the key is where it begins */
    static List<byte[]> of(byte[] key, byte[] slope) {
        return List.of(plus(key, slope), plus(key, doubled(slope)), plus(key, doubled(doubled(slope))));
    }

    /** The key that two different shares lead to; whether it is the right one its fingerprint tells. */
    static byte[] join(int one, byte[] share, int other, byte[] otherShare) {
        if (one == other || Math.min(one, other) < 1 || Math.max(one, other) > COUNT) {
            throw new KeyRefused("Two different shares are needed, numbered 1 to " + COUNT);
        }
        // In this field plus and minus are the same. The difference of two points is the slope times a number, which
        // is 1, 2 or 3 as well; its inverse is 1, 3 or 2.
        byte[] difference = plus(share, otherShare);
        byte[] slope = switch (one ^ other) {
            case 1 -> difference;
            case 2 -> doubled(doubled(difference));
            default -> doubled(difference);
        };
        byte[] step = switch (one) {
            case 1 -> slope;
            case 2 -> doubled(slope);
            default -> doubled(doubled(slope));
        };
        return plus(share, step);
    }

    private static byte[] plus(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }

    private static byte[] doubled(byte[] elements) {
        byte[] high = Arrays.copyOf(elements, HALF);
        byte[] low = Arrays.copyOfRange(elements, HALF, MasterKey.BYTES);
        byte[] result = Arrays.copyOf(plus(high, low), MasterKey.BYTES);
        System.arraycopy(high, 0, result, HALF, HALF);
        return result;
    }
}

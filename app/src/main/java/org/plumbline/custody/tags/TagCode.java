package org.plumbline.custody.tags;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a tag carries: eleven random signs (55 bits) and one that checks them, in the alphabet of Crockford's base 32,
 * which has no I, L, O and U.
 *
 * <p>A sign is a number of the field GF(32) with the polynomial x^5 + x^2 + 1; the sum of all twelve, each times its
 * own power of 2, is 0. The powers differ and none is 0, so one wrong sign and two exchanged ones, wherever they stand,
 * are always found (a Reed-Solomon code of distance 2 over signs; MacWilliams and Sloane, chapter 10).
 *
 * @param text twelve signs
 */
public record TagCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    /** x^5 + x^2 + 1, irreducible over GF(2). */
    private static final int POLYNOMIAL = 0b100101;

    public TagCode {
        if (!holds(text)) {
            throw new IllegalArgumentException("No code of a tag: twelve signs whose last checks the others");
        }
    }

    /** A code nobody can guess. */
    static TagCode make(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = 1; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        // The last sign stands with the power 0, so it is the sum of the others itself.
        return new TagCode(text.append(ALPHABET.charAt(sum(text.toString()))).toString());
    }

    /**
     * What was scanned or typed: a code, also in small letters, with spaces and hyphens, with O for 0 and I or L for 1;
     * or an address that ends in one. Absent where it is no code, which is told apart from a code that nobody has.
     */
    public static Optional<TagCode> read(String typed) {
        String last = typed.strip().replaceAll("[?#].*$", "").replaceAll("/+$", "");
        String signs = last.substring(last.lastIndexOf('/') + 1)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return holds(signs) ? Optional.of(new TagCode(signs)) : Optional.empty();
    }

    /** In three groups, as it stands on the tag. */
    public String inGroups() {
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }

    @Override
    public String toString() {
        return inGroups();
    }

    private static boolean holds(String signs) {
        return signs.length() == LENGTH
                && signs.chars().allMatch(sign -> ALPHABET.indexOf(sign) >= 0)
                && sum(signs.substring(0, LENGTH - 1)) == ALPHABET.indexOf(signs.charAt(LENGTH - 1));
    }

    /** The sum of the signs, the last of them times 2, the one before it times 4, and so on (Horner's rule). */
    private static int sum(String signs) {
        int sum = 0;
        for (int i = 0; i < signs.length(); i++) {
            sum = doubled(sum ^ ALPHABET.indexOf(signs.charAt(i)));
        }
        return sum;
    }

    private static int doubled(int element) {
        int twice = element << 1;
        return twice < ALPHABET.length() ? twice : twice ^ POLYNOMIAL;
    }
}

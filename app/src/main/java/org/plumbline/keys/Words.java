package org.plumbline.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * 256 bits as 24 words that people can copy by hand (BIP-39, English list): 11 bits a word, the last 8 bits a checksum.
 * The first four letters of a word are enough.
 */
final class Words {
    /** Words of a key. */
    static final int COUNT = 24;

    private static final int BITS = 11;
    private static final int ENOUGH_LETTERS = 4;
    private static final List<String> LIST = list();

    private Words() {}

    static List<String> of(byte[] key) {
        byte[] checked = Arrays.copyOf(key, MasterKey.BYTES + 1);
        checked[MasterKey.BYTES] = checksum(key);
        var words = new ArrayList<String>();
        for (int word = 0; word < COUNT; word++) {
            int index = 0;
            for (int bit = word * BITS; bit < (word + 1) * BITS; bit++) {
                index = (index << 1) | ((checked[bit >> 3] >> (7 - (bit & 7))) & 1);
            }
            words.add(LIST.get(index));
        }
        return List.copyOf(words);
    }

    /** @throws KeyRefused naming the word that is none, or when the words don't belong together */
    static byte[] read(List<String> words) {
        if (words.size() != COUNT) {
            throw new KeyRefused("A phrase has " + COUNT + " words, this one has " + words.size());
        }
        var checked = new byte[MasterKey.BYTES + 1];
        for (int word = 0; word < COUNT; word++) {
            int index = index(words.get(word), word + 1);
            for (int i = 0; i < BITS; i++) {
                int bit = word * BITS + i;
                checked[bit >> 3] |= (byte) (((index >> (BITS - 1 - i)) & 1) << (7 - (bit & 7)));
            }
        }
        byte[] key = Arrays.copyOf(checked, MasterKey.BYTES);
        if (checksum(key) != checked[MasterKey.BYTES]) {
            throw new KeyRefused("All words are known, but they don't belong together: one is another word than on the"
                    + " sheet, or two have changed places");
        }
        return key;
    }

    private static int index(String word, int number) {
        String said = word.toLowerCase(Locale.ROOT);
        int[] fitting = IntStream.range(0, LIST.size())
                .filter(i -> LIST.get(i).equals(said)
                        || (said.length() >= ENOUGH_LETTERS && LIST.get(i).startsWith(said)))
                .toArray();
        if (fitting.length != 1) {
            throw new KeyRefused("Word " + number + ", \"" + said + "\", is none of the list");
        }
        return fitting[0];
    }

    private static byte checksum(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key)[0];
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> list() {
        try (InputStream words = Words.class.getResourceAsStream("words.txt")) {
            if (words == null) {
                throw new IllegalStateException("The list of words is missing");
            }
            return new String(words.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

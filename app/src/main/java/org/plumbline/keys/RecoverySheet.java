package org.plumbline.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is printed of a master key and kept apart from the machine: one phrase, or three shares of which two are enough.
 */
public final class RecoverySheet {
    private static final int WORDS_A_LINE = 6;
    private static final Pattern SHARE = Pattern.compile("(?im)^\\s*share\\s+([1-3])\\b");
    private static final Pattern NUMBERED = Pattern.compile("(?:^|\\s)\\d{1,2}\\.?\\s+");

    private RecoverySheet() {}

    /** The whole key on one sheet. */
    public static String phrase(MasterKey key) {
        return head(key, "Recovery sheet of a master key")
                + "Whoever has these words has the key. Keep them where the backups are not.\n\n"
                + lines(Words.of(key.bytes()))
                + foot("these 24 words");
    }

    /** Three sheets, each for another keeper. */
    public static List<String> shares(MasterKey key) {
        List<byte[]> shares = Shares.of(key.bytes(), new SecureRandom());
        return IntStream.rangeClosed(1, Shares.COUNT)
                .mapToObj(number -> head(key, "Recovery sheet of a master key, share " + number + " of " + Shares.COUNT)
                        + "Any two shares give the key, one alone says nothing. Give each to another person.\n\n"
                        + "Share " + number + "\n"
                        + lines(Words.of(shares.get(number - 1)))
                        + foot("this share and another one"))
                .toList();
    }

    /**
     * The key that was typed from a phrase, or from two shares that each begin with {@code Share N}.
     *
     * @throws KeyRefused when that leads to no key, or to another than this one
     */
    public static MasterKey read(String typed, Optional<String> fingerprint) {
        MasterKey key = MasterKey.of(SHARE.matcher(typed).find() ? joined(typed) : Words.read(words(typed)));
        if (fingerprint.isPresent() && !fingerprint.get().equals(key.fingerprint())) {
            throw new KeyRefused("These words lead to the key " + key.fingerprint() + ", and " + fingerprint.get()
                    + " is the one that is needed");
        }
        return key;
    }

    private static byte[] joined(String typed) {
        var numbers = new ArrayList<Integer>();
        var shares = new ArrayList<byte[]>();
        Matcher share = SHARE.matcher(typed);
        int begin = -1;
        while (share.find()) {
            if (begin >= 0) {
                shares.add(Words.read(words(typed.substring(begin, share.start()))));
            }
            numbers.add(Integer.parseInt(share.group(1)));
            begin = share.end();
        }
        shares.add(Words.read(words(typed.substring(begin))));
        if (shares.size() != 2) {
            throw new KeyRefused("Two shares are needed, and there are " + shares.size());
        }
        return Shares.join(numbers.get(0), shares.get(0), numbers.get(1), shares.get(1));
    }

    private static List<String> words(String typed) {
        String plain = NUMBERED.matcher(typed).replaceAll(" ").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    private static String head(MasterKey key, String title) {
        return "PLUMBLINE\n" + title + "\n\nFingerprint  " + key.fingerprint() + "\n";
    }

    private static String foot(String what) {
        return "\nTo write the key file anew from " + what + ":\n"
                + "  ./plumbline keys recover --data DIR --key-file FILE\n";
    }

    private static String lines(List<String> words) {
        return IntStream.range(0, words.size() / WORDS_A_LINE)
                .mapToObj(line -> IntStream.range(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE)
                        .mapToObj(i -> "%2d %-9s".formatted(i + 1, words.get(i)))
                        .collect(Collectors.joining(" "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

package org.plumbline.keys;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A key of the data folder as it lies there.
 *
 * @param publicPart what others verify with; empty for a key that only seals
 * @param master fingerprint of the master key it is sealed under
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptKeyFile(String kind, Instant made, String publicPart, String master, byte[] sealed) {
    private static final String FIRST_LINE = "plumbline key 1";
    private static final int LINES = 6;

    /** Absent for the plain form in which keys lay before there was a master key. */
    static Optional<KeptKeyFile> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES || !lines.getFirst().equals(FIRST_LINE)) {
            return Optional.empty();
        }
        return Optional.of(new KeptKeyFile(
                after(lines.get(1), "kind "),
                Instant.parse(after(lines.get(2), "made ")),
                after(lines.get(3), "public "),
                after(lines.get(4), "master "),
                Base64.getDecoder().decode(after(lines.get(5), "sealed "))));
    }

    static KeptKeyFile seal(MasterKey under, String kind, Instant made, String publicPart, byte[] secret) {
        var open = new KeptKeyFile(kind, made, publicPart, under.fingerprint(), new byte[0]);
        return new KeptKeyFile(
                kind, made, publicPart, under.fingerprint(), under.sealing().seal(secret, open.purpose()));
    }

    Optional<byte[]> open(MasterKey under) {
        return under.sealing().open(sealed, purpose());
    }

    /** All that is said of the key is bound to it. */
    private String purpose() {
        return "plumbline key\n" + kind + "\n" + made + "\n" + publicPart;
    }

    String text() {
        return String.join(
                        "\n",
                        FIRST_LINE,
                        "kind " + kind,
                        "made " + made,
                        "public " + publicPart,
                        "master " + master,
                        "sealed " + Base64.getEncoder().encodeToString(sealed))
                + "\n";
    }

    private static String after(String line, String name) {
        if (!line.startsWith(name.strip())) {
            throw new KeyRefused("A key of the data folder is damaged: no line \"" + name.strip() + "\"");
        }
        return line.length() <= name.length() ? "" : line.substring(name.length());
    }
}

package org.plumbline.engine.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;

/** The invented harbour office, its trail, and two offices that witness it. */
public final class Harbour {
    /** Of the trail. */
    public static final String ORIGIN = "harbour.example/trail";

    /** When everything happens. */
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2031-03-04T10:00:00Z"));

    /** Memory for tiles. */
    public static final long MEMORY = 1_000_000;

    /** The trail's own keys: both kinds that a log may have. */
    public static final SignerKey LOG_KEY = key(ORIGIN, KeyType.ED25519);

    /** The second one. */
    public static final SignerKey LOG_ML_DSA = key(ORIGIN, KeyType.COSIGNATURE_ML_DSA_44);

    /** The court's witness. */
    public static final SignerKey COURT = key("court.example/w", KeyType.COSIGNATURE_ML_DSA_44);

    /** The auditors' witness. */
    public static final SignerKey AUDIT = key("audit.example/w", KeyType.COSIGNATURE_ED25519);

    private Harbour() {}

    /** A new key. */
    public static SignerKey key(String name, KeyType type) {
        try {
            return SignerKey.generate(name, type, new SecureRandom());
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    /** Entries of the trail, from a number to before another. */
    public static List<byte[]> entries(int from, int to) {
        var entries = new ArrayList<byte[]>();
        for (int i = from; i < to; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }
}

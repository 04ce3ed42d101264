package org.plumbline.custody.vault;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Comparison digests that are being worked out, each over the same bytes in the same order. */
public final class Comparisons {
    private final Map<ComparisonKind, MessageDigest> running;

    private Comparisons(Map<ComparisonKind, MessageDigest> running) {
        this.running = running;
    }

    /** Begins, before the first byte. */
    public static Comparisons of(Set<ComparisonKind> kinds) {
        var running = new EnumMap<ComparisonKind, MessageDigest>(ComparisonKind.class);
        kinds.forEach(kind -> running.put(kind, kind.begin()));
        return new Comparisons(running);
    }

    Set<ComparisonKind> kinds() {
        return Set.copyOf(running.keySet());
    }

    Comparisons copy() {
        var copied = new EnumMap<ComparisonKind, MessageDigest>(ComparisonKind.class);
        running.forEach((kind, digest) -> copied.put(kind, copy(digest)));
        return new Comparisons(copied);
    }

    /** Work, one piece a digest, that takes the first bytes of an array in; each piece may have a thread of its own. */
    List<Runnable> taking(byte[] bytes, int length) {
        var work = new ArrayList<Runnable>();
        running.values().forEach(digest -> work.add(() -> digest.update(bytes, 0, length)));
        return work;
    }

    /** Takes the first bytes of an array in. */
    public void take(byte[] bytes, int length) {
        taking(bytes, length).forEach(Runnable::run);
    }

    /** What they came to; nothing can be taken in after it. */
    public List<ComparisonDigest> finish() {
        return running.entrySet().stream()
                .map(each -> new ComparisonDigest(
                        each.getKey(), HexFormat.of().formatHex(each.getValue().digest())))
                .toList();
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}

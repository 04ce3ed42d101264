package org.plumbline.engine.evidence.packages;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of an original as every file system takes it; the stated name stands in its chain of custody. */
final class SafeName {
    /** File systems take 255 bytes; a letter has up to four, and something may yet be added. */
    private static final int MOST_BYTES = 180;

    private static final int MOST_ENDING = 16;
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}/\\\\:*?\"<>|]");
    private static final Pattern EDGES = Pattern.compile("^[. ~%]+|[. ]+$");

    /** Names that mean devices on Windows, whatever their ending. */
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CLOCK$");

    private static final Pattern PORT = Pattern.compile("(COM|LPT)[0-9]");

    private SafeName() {}

    static String of(String stated) {
        String last = stated.substring(stated.replace('\\', '/').lastIndexOf('/') + 1);
        String plain =
                REFUSED.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("_");
        String name = EDGES.matcher(plain).replaceAll("_");
        String stem = name.split("\\.", 2)[0].strip().toUpperCase(Locale.ROOT);
        if (DEVICES.contains(stem) || PORT.matcher(stem).matches()) {
            name = "_" + name;
        }
        return name.isEmpty() ? "unnamed" : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= MOST_ENDING ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) + bytes(ending) > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return EDGES.matcher(stem + ending).replaceAll("_");
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}

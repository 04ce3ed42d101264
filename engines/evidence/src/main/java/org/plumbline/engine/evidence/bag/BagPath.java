package org.plumbline.engine.evidence.bag;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths as manifests write them. None may lead out of the bag, on whichever machine it is unpacked. */
final class BagPath {
    private static final int MOST = 4096;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("%[A-Za-z]+%.*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final List<String> SYSTEM = List.of(".DS_Store", "Thumbs.db", "desktop.ini", "._.DS_Store");

    private BagPath() {}

    /** Why a path may not be used; empty when it may. */
    static Optional<String> refusal(String path) {
        String shown = CONTROL.matcher(path.length() > 200 ? path.substring(0, 200) : path)
                .replaceAll("?");
        if (path.isEmpty() || path.length() > MOST) {
            return Optional.of("a path of " + path.length() + " characters, from 1 to " + MOST);
        } else if (path.startsWith("/")
                || path.startsWith("~")
                || DRIVE.matcher(path).matches()) {
            return Optional.of("\"" + shown + "\" does not begin inside the bag");
        } else if (VARIABLE.matcher(path).matches() || path.contains("\\")) {
            return Optional.of("\"" + shown + "\" leads out of the bag on some machines");
        } else if (CONTROL.matcher(path).find()) {
            return Optional.of("\"" + shown + "\" has a control character");
        }
        boolean dots = List.of(path.split("/", -1)).stream()
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        return dots ? Optional.of("\"" + shown + "\" has a part that is empty or made of dots") : Optional.empty();
    }

    /** Line feed, carriage return and the percent sign are written in percent from 1.0 on (RFC 8493 section 2.1.3). */
    static String decoded(String written) {
        return written.replace("%0A", "\n")
                .replace("%0a", "\n")
                .replace("%0D", "\r")
                .replace("%0d", "\r")
                .replace("%25", "%");
    }

    /** The other way. */
    static String encoded(String path) {
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    /** As one file system compares names that differ only in composition. */
    static String normal(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** As a file system compares names that knows no capital letters. */
    static String folded(String path) {
        return normal(path).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether a system leaves files of this name by itself. */
    static boolean isSystemFile(String path) {
        return SYSTEM.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}

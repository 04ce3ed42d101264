package org.plumbline.engine.evidence.bag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests that one manifest lists.
 *
 * @param file its own name
 * @param digests of each path, in lower-case hexadecimal digits, with the line they stand in
 */
record Manifest(String file, Algorithm algorithm, Map<String, Line> digests) {
    private static final Pattern NAME = Pattern.compile("(tag)?manifest-([A-Za-z0-9-]+)\\.txt");
    private static final Pattern LINE = Pattern.compile("(\\S+)[ \\t]+(\\*?)(.+)");

    /** A digest, and where it stands. */
    record Line(String hex, int number) {}

    static boolean isOne(String file) {
        return NAME.matcher(file).matches();
    }

    /** Whether it lists tag files, and not the payload. */
    boolean ofTags() {
        return file.startsWith("tag");
    }

    static Manifest read(String file, List<String> lines, Declaration declaration, Findings findings)
            throws BagRefused {
        Matcher name = NAME.matcher(file);
        Optional<Algorithm> algorithm = name.matches() ? Algorithm.named(name.group(2)) : Optional.empty();
        if (algorithm.isEmpty()) {
            throw new BagRefused(BagFault.ALGORITHM_UNKNOWN, file, 0, "names a digest that is not computed here");
        }
        var manifest = new Manifest(file, algorithm.get(), new LinkedHashMap<>());
        for (int i = 0; i < lines.size(); i++) {
            manifest.add(lines.get(i), i + 1, declaration, findings);
        }
        return manifest;
    }

    private void add(String line, int number, Declaration declaration, Findings findings) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || !algorithm.fits(matcher.group(1))) {
            findings.fault(BagFault.MANIFEST_LINE, file, number, "is not a " + algorithm.label() + " and a path");
            return;
        }
        if (!matcher.group(2).isEmpty()) {
            findings.warning(BagFault.ASTERISK, file, number, "is a line of md5sum, with an asterisk");
        }
        String path = declaration.released() ? BagPath.decoded(matcher.group(3)) : matcher.group(3);
        if (path.startsWith("./")) {
            findings.warning(BagFault.RELATIVE_PATH, file, number, "begins with ./");
            path = path.substring(2);
        }
        Optional<String> refusal = BagPath.refusal(path);
        if (refusal.isPresent()) {
            findings.fault(BagFault.PATH_OUTSIDE, file, number, refusal.get());
        } else if (ofTags() == path.startsWith("data/")) {
            findings.fault(BagFault.PATH_MISPLACED, file, number, "lists " + path + ", which belongs elsewhere");
        } else {
            keep(path, new Line(matcher.group(1).toLowerCase(Locale.ROOT), number), declaration, findings);
        }
    }

    private void keep(String path, Line line, Declaration declaration, Findings findings) {
        Line before = digests.putIfAbsent(path, line);
        if (before == null) {
            return;
        }
        String detail = "lists " + path + " again, after line " + before.number();
        if (declaration.released() || !before.hex().equals(line.hex())) {
            findings.fault(BagFault.LISTED_TWICE, file, line.number(), detail);
        } else {
            findings.warning(BagFault.LISTED_TWICE, file, line.number(), detail);
        }
    }
}

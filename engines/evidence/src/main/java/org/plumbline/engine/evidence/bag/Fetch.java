package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code fetch.txt} would have fetched from elsewhere. It is read to say so, and never followed. */
final class Fetch {
    private static final String FILE = "fetch.txt";
    private static final int MOST_BYTES = 1 << 26;
    private static final Pattern LINE = Pattern.compile("(\\S+)[ \\t]+(\\d+|-)[ \\t]+(.+)");

    private Fetch() {}

    static Set<String> read(BagFiles files, Declaration declaration, Findings findings) throws IOException, BagRefused {
        var paths = new HashSet<String>();
        if (!files.sizes().containsKey(FILE)) {
            return paths;
        }
        List<String> lines = TagText.lines(FILE, files.read(FILE, MOST_BYTES), declaration.encoding());
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                findings.fault(BagFault.FETCH_LINE, FILE, i + 1, "is not an address, a length and a path");
                continue;
            }
            String path = declaration.released() ? BagPath.decoded(line.group(3)) : line.group(3);
            Optional<String> refusal = BagPath.refusal(path);
            if (refusal.isPresent()) {
                findings.fault(BagFault.PATH_OUTSIDE, FILE, i + 1, refusal.get());
            } else if (!path.startsWith("data/")) {
                findings.fault(
                        BagFault.PATH_MISPLACED, FILE, i + 1, "only files of the payload may come from elsewhere");
            } else {
                paths.add(path);
            }
        }
        return paths;
    }
}

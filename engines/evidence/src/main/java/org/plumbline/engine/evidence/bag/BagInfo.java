package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bag-info.txt}: what people are told of the bag. Only its lines' form and its count of bytes are checked. */
final class BagInfo {
    static final String FILE = "bag-info.txt";
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern OXUM = Pattern.compile("(?i)payload-oxum\\s*:\\s*(\\d{1,18})\\.(\\d{1,9})\\s*");

    private BagInfo() {}

    static void check(BagFiles files, Declaration declaration, Findings findings) throws IOException, BagRefused {
        if (!files.sizes().containsKey(FILE)) {
            return;
        }
        List<String> lines = TagText.lines(FILE, files.read(FILE, MOST_BYTES), declaration.encoding());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher oxum = OXUM.matcher(line);
            if (oxum.matches()) {
                oxum(files, Long.parseLong(oxum.group(1)), Long.parseLong(oxum.group(2)), i + 1, findings);
            } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && line.indexOf(':') < 1) {
                findings.warning(BagFault.INFO_LINE, FILE, i + 1, "is not a label, a colon and a value");
            }
        }
    }

    private static void oxum(BagFiles files, long bytes, long count, int line, Findings findings) {
        List<Long> payload = files.sizes().entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/"))
                .map(java.util.Map.Entry::getValue)
                .toList();
        long sum = payload.stream().mapToLong(Long::longValue).sum();
        if (sum != bytes || payload.size() != count) {
            // The digests say more than a sum: RFC 8493 section 2.2.2 has it for a first look only.
            findings.warning(
                    BagFault.OXUM_DIFFERS,
                    FILE,
                    line,
                    "says " + bytes + "." + count + ", and the payload is " + sum + "." + payload.size());
        }
    }
}

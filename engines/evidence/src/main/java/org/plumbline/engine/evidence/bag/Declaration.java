package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code bagit.txt} says: which version of the format, and how the tag files are encoded.
 *
 * @param released whether it is 1.0 and not one of the drafts before it
 */
record Declaration(boolean released, Charset encoding) {
    static final String FILE = "bagit.txt";
    private static final int MOST_BYTES = 1024;
    private static final Pattern VERSION = Pattern.compile("BagIt-Version: (\\d+\\.\\d+)");
    private static final Pattern ENCODING = Pattern.compile("Tag-File-Character-Encoding: (\\S+)");
    private static final List<String> DRAFTS = List.of("0.93", "0.94", "0.95", "0.96", "0.97");
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF-16", StandardCharsets.UTF_16,
            "UTF-16BE", StandardCharsets.UTF_16BE,
            "UTF-16LE", StandardCharsets.UTF_16LE,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "US-ASCII", StandardCharsets.US_ASCII);

    static Declaration read(BagFiles files) throws IOException, BagRefused {
        if (!files.sizes().containsKey(FILE)) {
            throw new BagRefused(BagFault.DECLARATION_MISSING, FILE, 0, "is not there, so this is no bag");
        }
        List<String> lines = TagText.lines(FILE, files.read(FILE, MOST_BYTES), StandardCharsets.UTF_8);
        if (lines.size() != 2) {
            throw new BagRefused(BagFault.DECLARATION_FORM, FILE, 0, "has " + lines.size() + " lines, not 2");
        }
        String version = value(VERSION, lines.get(0), 1);
        String encoding = value(ENCODING, lines.get(1), 2);
        if (!version.equals("1.0") && !DRAFTS.contains(version)) {
            throw new BagRefused(BagFault.VERSION_UNKNOWN, FILE, 1, "version " + version + "; 0.93 to 0.97 and 1.0");
        }
        Charset charset = ENCODINGS.get(encoding.toUpperCase(java.util.Locale.ROOT));
        if (charset == null) {
            throw new BagRefused(
                    BagFault.ENCODING_UNKNOWN,
                    FILE,
                    2,
                    "is none of " + ENCODINGS.keySet().stream().sorted().toList());
        }
        return new Declaration(version.equals("1.0"), charset);
    }

    private static String value(Pattern form, String line, int number) throws BagRefused {
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            throw new BagRefused(BagFault.DECLARATION_FORM, FILE, number, "is not of the form " + form.pattern());
        }
        return matcher.group(1);
    }
}

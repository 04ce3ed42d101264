package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Timestamps of older trees as the files of an archive (docs/formats/log.md, "A proof of an entry"). */
final class StampedFiles {
    private StampedFiles() {}

    /** @param tokens in the order of their sizes */
    static Map<String, byte[]> of(String folder, SignedTree signed, List<TimestampTable.Token> tokens) {
        var files = new LinkedHashMap<String, byte[]>();
        long size = 0;
        int number = 0;
        for (TimestampTable.Token token : tokens) {
            String name = String.format(Locale.ROOT, "%s%012d", folder, token.size());
            number = token.size() == size ? number + 1 : 1;
            if (number == 1) {
                files.put(name + ".text", SignedTree.textOf(token.signed()).getBytes(StandardCharsets.UTF_8));
                files.put(name + ".consistency", signed.consistency(token.size()));
            }
            files.put(name + "-" + number + ".tsr", token.token());
            size = token.size();
        }
        return files;
    }
}

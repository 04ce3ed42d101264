package org.plumbline.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that file managers and office programs leave behind. They are received and kept like every other file; they are
 * only not read. A file that is larger than such a file can be is read, whatever its name.
 */
enum ExclusionRule {
    FINDER_FOLDER("\\.ds_store", 1 << 20),
    THUMBNAIL_CACHE("(eh)?thumbs\\.db", 64 << 20),
    FOLDER_SETTINGS("desktop\\.ini", 64 << 10),
    OFFICE_LOCK("~\\$.*", 4 << 10);

    private final Pattern named;
    private final long largest;

    ExclusionRule(String named, long largest) {
        this.named = Pattern.compile(named, Pattern.DOTALL);
        this.largest = largest;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ExclusionRule> of(String name, long bytes) {
        return Arrays.stream(values())
                .filter(rule ->
                        rule.named.matcher(name.toLowerCase(Locale.ROOT)).matches() && bytes <= rule.largest)
                .findFirst();
    }
}

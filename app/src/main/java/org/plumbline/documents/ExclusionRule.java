package org.plumbline.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files that file managers and office programs leave behind. They are received and kept like every other file; they are
 * only not read. A file that is larger than such a file can be is read, whatever its name.
 */
enum ExclusionRule {
    FINDER_FOLDER(name -> name.equals(".ds_store"), 1 << 20),
    THUMBNAIL_CACHE(name -> name.equals("thumbs.db") || name.equals("ehthumbs.db"), 64 << 20),
    FOLDER_SETTINGS(name -> name.equals("desktop.ini"), 64 << 10),
    OFFICE_LOCK(name -> name.startsWith("~$"), 4 << 10);

    private final Predicate<String> named;
    private final long largest;

    ExclusionRule(Predicate<String> named, long largest) {
        this.named = named;
        this.largest = largest;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ExclusionRule> of(String name, long bytes) {
        return Arrays.stream(values())
                .filter(rule -> rule.named.test(name.toLowerCase(Locale.ROOT)) && bytes <= rule.largest)
                .findFirst();
    }
}

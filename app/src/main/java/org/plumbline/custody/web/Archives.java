package org.plumbline.custody.web;

import java.util.Locale;
import org.plumbline.custody.Exhibit;

/** Which exhibits may be an evidence package: whether one is, its bytes say when they are checked. */
public final class Archives {
    private Archives() {}

    /** Whether it has content and is called or was found to be a ZIP archive. */
    public static boolean mayBePackage(Exhibit exhibit) {
        return exhibit.content().isPresent()
                && (exhibit.name().toLowerCase(Locale.ROOT).endsWith(".zip")
                        || exhibit.mediaType().filter("application/zip"::equals).isPresent());
    }
}

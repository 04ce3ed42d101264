package org.plumbline.engine.evidence.packages;

import java.util.List;

/** Where what lies in a package (docs/formats/package.md). */
public final class Layout {
    /** The terms under which the package was given out, as canonical JSON. */
    public static final String HANDLING = "metadata/handling.json";

    /** The organisation's signed statement over {@link #HANDLING}. */
    public static final String HANDLING_STATEMENT = "metadata/handling.statement";

    /** The signed tree in which every entry is proven. */
    public static final String CHECKPOINT = "metadata/checkpoint";

    /** A chain of custody for each exhibit, {@code NUMBER.json}. */
    public static final String CUSTODY = "metadata/custody/";

    /** The same for people, to print. */
    public static final String CUSTODY_PAGE = "metadata/custody.html";

    /** A proof for each receipt and act, {@code DIGEST.tlog-proof}. */
    public static final String PROOFS = "metadata/proofs/";

    /** Older trees, stamped with a time. */
    public static final String TIMESTAMPS = "metadata/timestamps/";

    /** The case as linked data. */
    public static final String CASE = "metadata/case.jsonld";

    /** The page that checks the package in a browser. */
    public static final String VERIFY_PAGE = "verify.html";

    /** How to have it checked. */
    public static final String VERIFY_NOTE = "VERIFY.txt";

    /** The organisation's signed statement over the manifest of all tag files. */
    public static final String STATEMENT = "statement";

    /** Originals, each in a folder named like its exhibit. */
    public static final String ORIGINALS = "data/originals/";

    /** Every other file there is; the bag's own. */
    static final List<String> BAG =
            List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt");

    /** What no package is without. */
    public static final List<String> NEEDED = List.of(
            "bagit.txt",
            "bag-info.txt",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            STATEMENT,
            HANDLING,
            HANDLING_STATEMENT,
            CHECKPOINT);

    private static final List<String> ONE =
            List.of(HANDLING, HANDLING_STATEMENT, CHECKPOINT, CUSTODY_PAGE, CASE, VERIFY_PAGE, VERIFY_NOTE, STATEMENT);
    private static final List<String> MANY = List.of(CUSTODY, PROOFS, TIMESTAMPS, ORIGINALS);

    private Layout() {}

    /** Whether a package has files of this path; anything else was not written by us. */
    public static boolean knows(String path) {
        return BAG.contains(path)
                || ONE.contains(path)
                || MANY.stream().anyMatch(folder -> path.startsWith(folder) && path.length() > folder.length());
    }

    /** Where the original of an exhibit lies. */
    public static String original(String number, String statedName) {
        return ORIGINALS + number + "/" + SafeName.of(statedName);
    }
}

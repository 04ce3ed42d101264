package org.plumbline.custody.imports;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Stamp;

/**
 * An evidence package that was imported: by whom and when, where it came from, and under whose keys; it never changes.
 *
 * @param exhibit that the package itself is here
 * @param terms under which it was given out
 * @param digest of the archive
 * @param statement digest of the organisation's statement in it
 * @param giver who states to have given it out
 * @param tree of the trail in which everything in it is proven
 * @param word on whose word it was taken
 * @param exhibits how many came out of it
 */
public record PackageImport(
        UUID id,
        Stamp stamp,
        UUID exhibit,
        Handling terms,
        Digest digest,
        Digest statement,
        Giver giver,
        ProvenTree tree,
        Word word,
        int exhibits) {

    /**
     * Who states to have given a package out.
     *
     * @param key of the organisation, as a verifier key
     * @param at when, as it states
     */
    public record Giver(String key, Instant at) {}

    /**
     * The tree of a trail.
     *
     * @param logKey of the log, as a verifier key
     * @param origin the log's own name
     * @param root in base64
     */
    public record ProvenTree(String logKey, String origin, long size, String root) {}

    /**
     * On whose word a package was taken.
     *
     * @param vouched whether somebody else vouched for the organisation's key
     * @param trust the keys that were given, as they were given; may be empty
     * @param reason why it was imported
     */
    public record Word(boolean vouched, String trust, String reason) {}
}

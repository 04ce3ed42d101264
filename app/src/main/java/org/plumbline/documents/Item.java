package org.plumbline.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * One line of the ledger: a file received, or a file found inside another.
 *
 * @param parent the file it was found in; absent for a file received
 * @param top the file received that it is, or that it came out of
 * @param place 1-based place among what was found in its parent; 0 for a file received
 * @param depth levels below the file received
 * @param relation received, attachment, member, embedded or mail
 * @param standing whole, damaged, locked or unsupported: what the parent's reader said of its bytes
 * @param path as stated, with the path of the parent before it
 * @param reference what it is called in the case: the exhibit's number, and the places down to it, as E0007-2-1
 * @param exhibit the exhibit it is, or came out of
 * @param digest of its bytes; absent where they could not be had
 * @param duplicateOf the item with the same bytes that came first
 * @param document what was read from it
 */
public record Item(
        UUID id,
        Stamp stamp,
        UUID ingestion,
        Optional<UUID> parent,
        UUID top,
        int place,
        int depth,
        String relation,
        String standing,
        String name,
        String path,
        String reference,
        UUID exhibit,
        Optional<UUID> content,
        Optional<Digest> digest,
        long bytes,
        ItemState state,
        List<Reason> reasons,
        Optional<UUID> duplicateOf,
        Optional<UUID> document) {
    static final String RECEIVED = "received";
    static final String WHOLE = "whole";

    public Item {
        reasons = List.copyOf(reasons);
    }

    public Ref ref() {
        return new Ref("ingestion-item", id, stamp.owner());
    }
}

package org.plumbline.documents;

import java.util.Locale;
import java.util.Optional;
import org.plumbline.custody.Content;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.documents.extract.Child;
import org.plumbline.kernel.Digest;

/**
 * A file found inside another, its bytes received by the vault.
 *
 * @param incoming the bytes; absent where they could not be had
 */
record FoundChild(Child child, Optional<Incoming> incoming) {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_PATH = 4000;

    Item item(java.util.UUID id, org.plumbline.kernel.Stamp stamp, Item parent, int place, Optional<Content> content) {
        String name = name();
        String stated = child.statedPath().isBlank() ? name : child.statedPath();
        return new Item(
                id,
                stamp,
                parent.ingestion(),
                Optional.of(parent.id()),
                parent.top(),
                place,
                parent.depth() + 1,
                child.relation().name().toLowerCase(Locale.ROOT),
                child.standing().name().toLowerCase(Locale.ROOT),
                name,
                Plain.text(parent.path() + "!/" + stated, LONGEST_PATH),
                parent.reference() + "-" + place,
                parent.exhibit(),
                content.map(Content::id),
                content.map(Content::digest),
                child.bytes(),
                state(),
                reasons(),
                Optional.empty(),
                Optional.empty());
    }

    ItemTable.Found found() {
        return new ItemTable.Found(name(), digest().map(Digest::hex));
    }

    private String name() {
        return child.name().isBlank() ? "-" : Plain.text(child.name(), LONGEST_NAME);
    }

    Optional<Digest> digest() {
        return incoming.map(Incoming::digest);
    }

    /** A child without bytes has its final state at once. */
    private ItemState state() {
        if (incoming.isPresent()) {
            return ItemState.WAITING;
        }
        return switch (child.standing()) {
            case WHOLE -> ItemState.EMPTY;
            case LOCKED -> ItemState.ENCRYPTED;
            case DAMAGED -> ItemState.FAILED;
            case UNSUPPORTED -> ItemState.UNSUPPORTED;
        };
    }

    private java.util.List<Reason> reasons() {
        if (incoming.isPresent()) {
            return java.util.List.of();
        }
        return switch (child.standing()) {
            case WHOLE, LOCKED -> java.util.List.of();
            case DAMAGED -> java.util.List.of(Reason.damagedMember());
            case UNSUPPORTED -> java.util.List.of(new Reason("unsupported-member", java.util.Map.of()));
        };
    }
}

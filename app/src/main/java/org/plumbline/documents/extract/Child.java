package org.plumbline.documents.extract;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A direct child of a file: an attachment, a member of an archive, an embedded file, a mail of a mailbox.
 *
 * @param number 1-based place among the children, in the order of the file
 * @param name the name as stated, without folders; data to show, never a path to open
 * @param statedPath the path as stated in the container; data to show, never a path to open
 * @param mediaType what the container says about the type, if anything
 * @param content the bytes in the scratch folder of the extraction; empty unless {@code standing} is WHOLE, or DAMAGED
 *     with a part saved
 * @param bytes the length of {@code content}
 */
public record Child(
        int number,
        String name,
        String statedPath,
        Optional<String> mediaType,
        Relation relation,
        Standing standing,
        Path content,
        long bytes) {

    /** How the child belongs to its parent. */
    public enum Relation {
        /** Attached to a mail, or a part of a mail that is not its text. */
        ATTACHMENT,
        /** A member of an archive or compressed file. */
        MEMBER,
        /** Embedded in a document. */
        EMBEDDED,
        /** A mail or other item of a mailbox. */
        MAIL
    }

    /** Whether the bytes could be had. */
    public enum Standing {
        WHOLE,
        /** A password is needed. */
        LOCKED,
        /** Broken; what could be saved is in the content. */
        DAMAGED,
        /** Packed by a method that is not supported. */
        UNSUPPORTED
    }
}

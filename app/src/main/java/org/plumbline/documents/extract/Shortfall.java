package org.plumbline.documents.extract;

/** Why a file was read only in part. */
public sealed interface Shortfall {
    /**
     * A limit ended the reading.
     *
     * @param allowed the bound that was set, in the unit of {@link Limit}
     * @param reached how far the reading had come, or what the file asked for, in the same unit
     */
    record LimitReached(Limit limit, long allowed, long reached) implements Shortfall {}

    /**
     * The file is cut or broken.
     *
     * @param detail a short technical word for the break, without text of the document
     */
    record Damaged(String detail) implements Shortfall {}

    /** A picture may hold text and the machine has no OCR program, or the program could not read it. */
    record OcrMissing(String detail) implements Shortfall {}

    /** Members that are named in the container while their bytes could not be had. */
    record MembersUnread(Child.Standing standing, int count) implements Shortfall {}
}

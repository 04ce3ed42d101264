package org.plumbline.engine.evidence.bag;

import java.util.Locale;

/** What is wrong with a bag, or odd about it; {@link #code()} is stable. */
public enum BagFault {
    /** No {@code bagit.txt}. */
    DECLARATION_MISSING,
    /** {@code bagit.txt} is not the two lines that it must be. */
    DECLARATION_FORM,
    /** A version of the format that is not read. */
    VERSION_UNKNOWN,
    /** An encoding of tag files that is not read. */
    ENCODING_UNKNOWN,
    /** Bytes that are none of the stated encoding. */
    NOT_TEXT,
    /** A line of {@code bag-info.txt} is out of form. */
    INFO_LINE,
    /** No manifest of the payload. */
    MANIFEST_MISSING,
    /** A line of a manifest is out of form. */
    MANIFEST_LINE,
    /** A digest that is not computed here. */
    ALGORITHM_UNKNOWN,
    /** A path that leads out of the bag, or may do so on some machine. */
    PATH_OUTSIDE,
    /** A path that stands in a list it does not belong to. */
    PATH_MISPLACED,
    /** A path is listed twice. */
    LISTED_TWICE,
    /** A file is listed by one manifest and not by another. */
    LISTED_DIFFERENTLY,
    /** A listed file is not there. */
    FILE_MISSING,
    /** A listed file is not there, and would have to be fetched from elsewhere, which is never done. */
    FILE_ELSEWHERE,
    /** A file of the payload that no manifest lists. */
    FILE_NOT_LISTED,
    /** A file has other bytes than its manifest says. */
    FILE_DIFFERS,
    /** A line of {@code fetch.txt} is out of form. */
    FETCH_LINE,
    /** Something in the folder is neither a file nor a folder, or is a link. */
    NOT_A_FILE,
    /** More or larger than what is read. */
    TOO_LARGE,
    /** A ZIP archive of another form than the one that is written here. */
    ZIP_FORM,

    /** The sum of sizes and count of files is another than {@code Payload-Oxum} says. */
    OXUM_DIFFERS,
    /** Two listed paths differ only in capital letters: some machines keep one of them. */
    CASE_COLLISION,
    /** Two listed paths, or a path and a file, differ only in how their letters are composed. */
    NORMALISATION,
    /** A path begins with a dot and a slash, which says nothing. */
    RELATIVE_PATH,
    /** A line as {@code md5sum} writes it, with an asterisk. */
    ASTERISK,
    /** A file that systems leave in folders by themselves. */
    SYSTEM_FILE;

    /** Lower case with hyphens, such as {@code file-differs}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.plumbline.custody;

import java.util.Locale;

/** The kinds of file people tell apart. */
public enum FileKind {
    PDF("file-text"),
    MAIL("mail"),
    MAILBOX("inbox"),
    TEXT("file-text"),
    WORD("file-text"),
    SHEET("table"),
    SLIDES("file-text"),
    PICTURE("camera"),
    ARCHIVE("file-zip"),
    IMAGE("database"),
    WEB("world"),
    OTHER("file-text");

    private final String icon;

    FileKind(String icon) {
        this.icon = icon;
    }

    /** The icon that stands for it. */
    public String icon() {
        return icon;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a media type. */
    public static FileKind of(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.equals("application/pdf")) {
            return PDF;
        }
        if (type.equals("application/mbox") || type.contains("outlook-pst")) {
            return MAILBOX;
        }
        if (type.equals("message/rfc822") || type.contains("ms-outlook") || type.contains("tnef")) {
            return MAIL;
        }
        if (type.contains("spreadsheet") || type.contains("excel") || type.equals("text/csv")) {
            return SHEET;
        }
        if (type.contains("presentation") || type.contains("powerpoint")) {
            return SLIDES;
        }
        if (type.contains("wordprocessing")
                || type.contains("msword")
                || type.endsWith("rtf")
                || type.endsWith("opendocument.text")) {
            return WORD;
        }
        if (type.equals("application/x-expert-witness") || type.equals("application/x-aff4")) {
            return IMAGE;
        }
        return ofFamily(type);
    }

    private static FileKind ofFamily(String type) {
        if (type.startsWith("image/")) {
            return PICTURE;
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return WEB;
        }
        if (type.startsWith("text/") || type.endsWith("+xml") || type.endsWith("/xml") || type.endsWith("/json")) {
            return TEXT;
        }
        return type.matches(".*(zip|tar|compress|rar|7z|cab|cpio|x-ar\\b|bzip|x-xz|x-lz|zstd|archive).*")
                ? ARCHIVE
                : OTHER;
    }
}

package org.plumbline.search;

import java.util.regex.Pattern;

/** The word people filter by for each media type; its words are {@code search.type.<word>}. */
enum TypeGroup {
    PDF("application/pdf"),
    MAIL("message/.*|application/vnd\\.ms-outlook.*|application/mbox"),
    SPREADSHEET(
            "text/(csv|tab-separated-values)|application/(vnd\\.ms-excel.*|vnd\\.openxmlformats-officedocument\\.spreadsheetml.*|vnd\\.oasis\\.opendocument\\.spreadsheet.*)"),
    PRESENTATION(
            "application/(vnd\\.ms-powerpoint.*|vnd\\.openxmlformats-officedocument\\.presentationml.*|vnd\\.oasis\\.opendocument\\.presentation.*)"),
    WORD(
            "application/(msword|rtf|vnd\\.ms-word.*|vnd\\.openxmlformats-officedocument\\.wordprocessingml.*|vnd\\.oasis\\.opendocument\\.text.*)|text/rtf"),
    WEB("text/html|application/xhtml\\+xml|multipart/related"),
    IMAGE("image/.*"),
    AUDIO("audio/.*"),
    VIDEO("video/.*"),
    ARCHIVE(
            "application/(zip|gzip|x-7z-compressed|x-tar|x-rar-compressed.*|vnd\\.rar|x-bzip2|x-xz|vnd\\.ms-cab-compressed)"),
    TEXT("text/.*|application/(json|xml)"),
    OTHER(".*");

    private final Pattern types;

    TypeGroup(String types) {
        this.types = Pattern.compile(types);
    }

    /** The word of a media type; empty when none is stated. */
    static String of(String mediaType) {
        if (mediaType.isEmpty()) {
            return "";
        }
        for (TypeGroup group : values()) {
            if (group.types.matcher(mediaType).matches()) {
                return group.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        throw new IllegalStateException("No group takes " + mediaType);
    }
}

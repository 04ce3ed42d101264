package org.plumbline.documents.extract;

/**
 * What a file is.
 *
 * @param mediaType the type found by content, without parameters
 * @param claimed the type its name claims, or an empty string when the name claims none
 * @param extensionLies whether the name claims a type that the content is not
 */
public record DocumentType(String mediaType, String claimed, boolean extensionLies) {
    static DocumentType unknown() {
        return new DocumentType("application/octet-stream", "", false);
    }
}

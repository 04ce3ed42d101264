package org.plumbline.engine.log.statement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over files in their order: for each the length of its name (4 bytes), the name in UTF-8, the length of its
 * content (8 bytes), the content. No two lists of files give the same bytes.
 */
public final class FilesDigest {
    private final MessageDigest sha256;

    public FilesDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The next file. */
    public void add(String name, byte[] content) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha256.update(bytes);
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(content.length).flip());
        sha256.update(content);
    }

    /** 64 lower-case hexadecimal digits; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}

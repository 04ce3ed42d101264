package org.plumbline.site.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.plumbline.kernel.Digest;

/**
 * One file served to browsers, compressed once.
 *
 * @param path its path under {@code /assets/}
 * @param type its media type
 * @param content the bytes
 * @param gzip the bytes compressed; empty where compressing does not pay
 * @param href its address, which holds the first digits of the content's SHA-256: another content has another address,
 *     as {@code site/main.js} has {@code /assets/site/main.1f2e3d4c5b6a.js}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; written to responses only
record Asset(String path, String type, byte[] content, byte[] gzip, String href) {
    private static final int PRINT_LENGTH = 12;

    static Asset of(String path, byte[] content) {
        String type = MediaTypes.of(path);
        byte[] gzip = MediaTypes.compresses(type) ? compressed(content) : new byte[0];
        return new Asset(path, type, content, gzip, href(path, Digest.of(content)));
    }

    private static String href(String path, Digest content) {
        int dot = path.lastIndexOf('.');
        String print = content.hex().substring(0, PRINT_LENGTH);
        return Assets.ROOT + path.substring(0, dot) + "." + print + path.substring(dot);
    }

    /** The path a fingerprinted path names; the path itself when it has no fingerprint. */
    static String withoutPrint(String path) {
        return path.replaceFirst("\\.[0-9a-f]{" + PRINT_LENGTH + "}(\\.[A-Za-z0-9]+)$", "$1");
    }

    private static byte[] compressed(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 3 + 64);
        try (var gzip = new SmallGzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Compressing in memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static final class SmallGzip extends GZIPOutputStream {
        SmallGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(9);
        }
    }
}

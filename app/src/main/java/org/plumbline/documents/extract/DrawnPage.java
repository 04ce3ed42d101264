package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A page of a file as a picture. It is kept nowhere.
 *
 * @param outcome how the drawing ended
 * @param pages how many pages the file has; 0 where that could not be told
 * @param picture the picture as a {@code data:} address (RFC 2397); absent where there is none
 */
public record DrawnPage(Outcome outcome, int pages, Optional<String> picture) {
    /** A page full of a photograph, 1,800 by 1,800 points, stays well below it. */
    static final int MOST_BYTES = 12 << 20;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** The page of an extraction that was asked for one. */
    public static DrawnPage of(Extraction extraction) throws IOException {
        int pages = extraction.metadata().pages().orElse(0);
        if (extraction.children().isEmpty()) {
            return new DrawnPage(extraction.outcome(), pages, Optional.empty());
        }
        Optional<String> picture =
                address(bytes(extraction.children().getFirst().content()));
        Outcome outcome = picture.isPresent()
                ? extraction.outcome()
                : new Outcome.Failed(Outcome.Reason.WORKER_MISBEHAVED, "no picture of a page");
        return new DrawnPage(outcome, pages, picture);
    }

    /** A worker gone wrong must not make the application read a link, or more than a picture has. */
    private static byte[] bytes(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Optional<String> address(byte[] bytes) {
        Optional<String> type =
                begins(bytes, PNG) ? Optional.of("png") : begins(bytes, JPEG) ? Optional.of("jpeg") : Optional.empty();
        return bytes.length > MOST_BYTES
                ? Optional.empty()
                : type.map(t ->
                        "data:image/" + t + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length > mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}

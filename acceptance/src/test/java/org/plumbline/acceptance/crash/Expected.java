package org.plumbline.acceptance.crash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.kernel.Digest;

/**
 * A file, and what has to become of it.
 *
 * @param path as it is stated; the name alone for a file inside another
 * @param content its bytes
 * @param states the final states it may end in, unless the same bytes came before
 * @param parts what is found in it
 */
record Expected(String path, ByteBuffer content, List<String> states, List<Expected> parts) {
    Expected {
        content = content.asReadOnlyBuffer();
        states = List.copyOf(states);
        parts = List.copyOf(parts);
    }

    static Expected of(String path, byte[] bytes, List<String> states, List<Expected> parts) {
        return new Expected(path, ByteBuffer.wrap(bytes.clone()), states, parts);
    }

    static Expected text(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8), List.of("indexed"), List.of());
    }

    /** The same bytes under another path. */
    Expected copiedTo(String otherPath) {
        return new Expected(otherPath, content, states, parts);
    }

    byte[] bytes() {
        var bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    boolean isEmpty() {
        return !content.hasRemaining();
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String sha256() {
        return Digest.of(bytes()).hex();
    }

    /** Itself and everything inside it. */
    Stream<Expected> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Expected::all));
    }
}

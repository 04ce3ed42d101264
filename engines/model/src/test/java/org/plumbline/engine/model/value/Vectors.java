package org.plumbline.engine.model.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The vector files beside this class: kind, raw value, normal form or fault; the first and last separator count. */
record Vectors(String kind, String raw, String outcome) {
    static Stream<Vectors> of(String file, String separator) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(line -> read(line, separator)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return kind + " " + raw + " -> " + outcome;
    }

    private static Vectors read(String line, String separator) {
        int first = line.indexOf(separator);
        int last = line.lastIndexOf(separator);
        return new Vectors(line.substring(0, first), line.substring(first + 1, last), line.substring(last + 1));
    }
}

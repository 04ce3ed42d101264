package org.plumbline.reports.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The fonts a PDF may embed: those shipped with the application, then, for characters none of them has, the first
 * TrueType font in the given folders that does. Safe for use by several threads.
 */
public final class FontShelf {
    /** A family of the page, with the file of its regular face and the characters it has. */
    record Face(String family, String file, CmapLookup characters) {
        boolean has(int point) {
            return characters.getGlyphId(point) != 0;
        }
    }

    private static final List<String> SHIPPED = List.of("inter-400", "noto-arabic-400", "droid-fallback-400");

    private final List<Path> folders;
    private final List<Face> shipped;
    private @Nullable List<Face> found;

    private FontShelf(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.shipped = SHIPPED.stream().map(FontShelf::shippedFace).toList();
    }

    /** Only what the application ships: the same file on every machine. */
    public static FontShelf shipped() {
        return new FontShelf(List.of());
    }

    /** The shipped fonts, then those under these folders, read when a character first needs them. */
    public static FontShelf with(List<Path> folders) {
        return new FontShelf(folders);
    }

    /** The bytes of a shipped font. */
    static byte[] bytes(String name) {
        try (InputStream in = FontShelf.class.getResourceAsStream("fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("The font " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped font " + name + " cannot be read", e);
        }
    }

    /** Whether any face has the character. */
    public boolean has(int point) {
        return faceFor(point).isPresent();
    }

    /** The first face that has the character. */
    Optional<Face> faceFor(int point) {
        Optional<Face> here = shipped.stream().filter(face -> face.has(point)).findFirst();
        return here.isPresent() || folders.isEmpty()
                ? here
                : found().stream().filter(face -> face.has(point)).findFirst();
    }

    private static Face shippedFace(String name) {
        try {
            return face(name, "", bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped font " + name + " is damaged", e);
        }
    }

    private static Face face(String family, String file, byte[] bytes) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            return new Face(family, file, font.getUnicodeCmapLookup());
        }
    }

    private synchronized List<Face> found() {
        if (found == null) {
            found = folders.stream().flatMap(FontShelf::search).toList();
        }
        return found;
    }

    // Sorted, so that the same machine always picks the same font.
    private static Stream<Face> search(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Face> faces = new ArrayList<>();
            for (Path file : files.filter(FontShelf::isRegular).sorted().toList()) {
                readable(file).ifPresent(faces::add);
            }
            return faces.stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream
                    .empty(); // A font folder that cannot be read is as good as none: the reader is warned per glyph.
        }
    }

    private static boolean isRegular(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".ttf") && !name.matches(".*(Bold|Italic|Oblique|Light|Thin|Black|Medium|Condensed).*");
    }

    private static Optional<Face> readable(Path file) {
        try {
            return Optional.of(face("found-" + file.getFileName(), file.toString(), Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // Damaged or unsupported fonts are common in system folders; the next one may do.
        }
    }
}

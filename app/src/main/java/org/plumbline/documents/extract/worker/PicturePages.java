package org.plumbline.documents.extract.worker;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.ImageInputStream;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Wanted;

/** Draws pictures in the size wanted; a TIFF may have several, each of which is a page. */
final class PicturePages {
    private static final Set<String> DRAWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/bmp",
            "image/tiff",
            "image/x-portable-bitmap",
            "image/x-portable-graymap",
            "image/x-portable-pixmap",
            "image/x-portable-anymap");

    private PicturePages() {}

    static boolean draws(String type) {
        return DRAWN.contains(type);
    }

    /** A picture that fits the size wanted, as it is held; nothing where the file has no such page. */
    static Optional<BufferedImage> draw(Source source, Wanted.PagePicture wanted, Gathering into) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(source.file().toFile())) {
            Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                into.rule(new Outcome.Unsupported(source.type(), ""));
                return Optional.empty();
            }
            javax.imageio.ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                int pages = source.type().equals("image/tiff") ? reader.getNumImages(true) : 1;
                into.facts().pages(pages);
                return wanted.page() > pages
                        ? Optional.empty()
                        : Optional.of(turned(fitted(read(reader, wanted, into), wanted.side()), quarters(source)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** No more points than are needed to draw it well: only some of a large one. */
    private static BufferedImage read(javax.imageio.ImageReader reader, Wanted.PagePicture wanted, Gathering into)
            throws IOException {
        int index = wanted.page() - 1;
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        long pixels = (long) width * height;
        if (pixels > into.limits().pixels()) {
            into.stop(Limit.PIXELS, into.limits().pixels(), pixels);
        }
        int each = Math.max(1, Math.max(width, height) / (2 * wanted.side()));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(each, each, 0, 0);
        return reader.read(index, how);
    }

    /** By halves, since each point drawn looks at four: thin lines of a scan stay. */
    private static BufferedImage fitted(BufferedImage picture, int side) {
        BufferedImage fitted = picture;
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        while (longer > 2 * side) {
            longer = (longer + 1) / 2;
            fitted = scaled(fitted, longer);
        }
        return scaled(fitted, Math.min(longer, side));
    }

    private static BufferedImage scaled(BufferedImage picture, int longer) {
        double scale = (double) longer / Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = scaled.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        drawing.dispose();
        return scaled;
    }

    /** How many quarters to the right a camera says that the picture is to be turned (Exif 2.32, tag 0x0112). */
    private static int quarters(Source source) {
        try {
            ExifIFD0Directory said = ImageMetadataReader.readMetadata(
                            source.file().toFile())
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer way = said == null ? null : said.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return switch (way == null ? 1 : way) {
                case 3 -> 2;
                case 6 -> 1;
                case 8 -> 3;
                default -> 0;
            };
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // What is written about it is broken: it is drawn as it is held.
            return 0;
        }
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        boolean across = quarters % 2 == 1;
        int width = across ? picture.getHeight() : picture.getWidth();
        int height = across ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = turned.createGraphics();
        drawing.translate(width / 2.0, height / 2.0);
        drawing.rotate(quarters * Math.PI / 2);
        drawing.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        drawing.drawImage(picture, 0, 0, null);
        drawing.dispose();
        return turned;
    }
}

package org.plumbline.reports.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The bytes of a PNG file, held unchanged. */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** 170 mm of paper at 360 dots an inch: more than an office printer shows. */
    private static final int WIDEST = 2400;

    private final byte[] bytes;

    private Png(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the bytes of a PNG file (ISO/IEC 15948); anything else is an {@link IllegalArgumentException}. */
    public static Png of(byte[] bytes) {
        if (bytes.length < 24 || !Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalArgumentException("A report takes pictures as PNG files only; these bytes are none");
        }
        return new Png(bytes.clone());
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The same picture with no more pixels than print can show: this very one when it is small enough. */
    Png printable() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(in, true, true);
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                return longest <= WIDEST ? this : new Png(reduced(reader, longest));
            } finally {
                reader.dispose();
            }
        }
    }

    // Reading every n-th pixel keeps memory bounded however large the file claims to be; thin lines of a chart survive
    // because the last halving averages.
    private static byte[] reduced(ImageReader reader, int longest) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (longest + 2 * WIDEST - 1) / (2 * WIDEST);
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        double scale = Math.min(1.0, (double) WIDEST / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(smaller, "png", out);
        return out.toByteArray();
    }
}

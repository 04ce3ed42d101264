package org.plumbline.acceptance.walk;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A kind of paper that tags are printed on, with its size in millimetres. */
enum TagPaper {
    A4_1(210, 297),
    A4_8(210, 297),
    A4_24(210, 297),
    A4_40(210, 297),
    ROLL_62(62, 29);

    /** As fine as a plain printer for labels draws. */
    private static final int DOTS_AN_INCH = 203;

    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;
    /** A browser rounds a page to whole points of its own. */
    private static final double ROUNDED = 1;

    private final int width;
    private final int height;

    TagPaper(int width, int height) {
        this.width = width;
        this.height = height;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sizes of pages that don't fit this paper, in points. */
    List<String> misses(byte[] pages) throws IOException {
        var misses = new ArrayList<String>();
        try (PDDocument document = Loader.loadPDF(pages)) {
            document.getPages().forEach(page -> {
                double wide = page.getMediaBox().getWidth();
                double high = page.getMediaBox().getHeight();
                if (Math.abs(wide - width * POINTS_A_MILLIMETRE) > ROUNDED
                        || Math.abs(high - height * POINTS_A_MILLIMETRE) > ROUNDED) {
                    misses.add(wide + " x " + high);
                }
            });
        }
        return misses;
    }

    /** What a scanner reads from the pages as a printer for labels draws them. */
    static List<String> scanned(byte[] pages) throws IOException {
        var read = new ArrayList<String>();
        try (PDDocument document = Loader.loadPDF(pages)) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                read.addAll(codes(renderer.renderImageWithDPI(page, DOTS_AN_INCH)));
            }
        }
        return read;
    }

    private static List<String> codes(BufferedImage image) {
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
        try {
            return Arrays.stream(new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(light)),
                                    Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }
}

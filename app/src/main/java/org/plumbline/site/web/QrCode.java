package org.plumbline.site.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a QR code (ISO/IEC 18004), drawn here: nothing of the text leaves the server but in the page itself.
 *
 * @param side width and height in squares, the quiet zone included
 * @param path the dark squares, as an SVG path
 */
public record QrCode(int side, String path) {
    /** The quiet zone of ISO/IEC 18004, section 6.3.8. */
    private static final int QUIET = 4;

    /** For a screen: with as little correction as there can be. */
    public static QrCode of(String text) {
        return of(text, ErrorCorrectionLevel.L);
    }

    /** For paper, which is scratched and stained: a quarter of it may be unreadable (level Q). */
    public static QrCode onPaper(String text) {
        return of(text, ErrorCorrectionLevel.Q);
    }

    private static QrCode of(String text, ErrorCorrectionLevel level) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, level));
            return new QrCode(squares.getWidth(), drawn(squares));
        } catch (WriterException e) {
            throw new IllegalStateException("A text of " + text.length() + " characters makes no QR code", e);
        }
    }

    private static String drawn(BitMatrix squares) {
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}

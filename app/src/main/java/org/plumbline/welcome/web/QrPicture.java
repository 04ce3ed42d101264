package org.plumbline.welcome.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Draws a text as a QR code; nothing of it leaves the server but the page itself. */
final class QrPicture {
    /** The quiet zone of ISO/IEC 18004, section 6.3.8. */
    private static final int QUIET = 4;

    private QrPicture() {}

    static PasswordPage.Picture of(String text) {
        try {
            BitMatrix squares =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new PasswordPage.Picture(squares.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("A text of " + text.length() + " characters makes no QR code", e);
        }
    }
}

package org.plumbline.documents.extract.worker;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Wanted;

/** Draws one page of a file as a picture: of a PDF, or of a picture, which may have several. */
final class PageReader implements FormatReader {
    /** Above it a photograph is told from drawn lines: it is sent as JPEG where that is smaller. */
    private static final int LARGE = 1 << 20;

    private final Wanted.PagePicture wanted;

    PageReader(Wanted.PagePicture wanted) {
        this.wanted = wanted;
    }

    @Override
    public void read(Source source, Gathering into) throws Exception {
        Optional<BufferedImage> page;
        if (source.type().equals("application/pdf")) {
            page = PdfPages.draw(source, wanted, into);
        } else if (PicturePages.draws(source.type())) {
            page = PicturePages.draw(source, wanted, into);
        } else {
            into.rule(new Outcome.Unsupported(source.type(), ""));
            return;
        }
        if (page.isPresent()) {
            keep(page.get(), into);
        }
    }

    private static void keep(BufferedImage page, Gathering into) throws IOException {
        byte[] bytes = encoded(page, "png");
        if (bytes.length > LARGE) {
            byte[] other = encoded(opaque(page), "jpg");
            bytes = other.length > 0 && other.length < bytes.length ? other : bytes;
        }
        into.child(new ByteArrayInputStream(bytes), "page", "", null, Child.Relation.MEMBER);
    }

    private static byte[] encoded(BufferedImage page, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return ImageIO.write(page, format, out) ? out.toByteArray() : new byte[0];
    }

    /** On white, without a channel that JPEG does not have. */
    private static BufferedImage opaque(BufferedImage page) {
        BufferedImage opaque = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = opaque.createGraphics();
        drawing.drawImage(page, 0, 0, java.awt.Color.WHITE, null);
        drawing.dispose();
        return opaque;
    }
}

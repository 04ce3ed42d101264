package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** Parts of files that somebody looks at, drawn by the processes that read files. */
final class LookTest extends ExtractorFixture {
    private static final int SIDE = 600;

    @Test
    void aPageOfAPdfIsDrawnInTheSizeWanted() throws Exception {
        byte[] pdf = Made.pdf("First page of the harbour file|", "");

        DrawnPage first = drawn("pages.pdf", pdf, 1);
        DrawnPage second = drawn("pages.pdf", pdf, 2);

        assertEquals(2, first.pages());
        assertEquals(SIDE, picture(first).getHeight());
        assertTrue(marks(picture(first)) > 100, "words are drawn");
        assertEquals(0, marks(picture(second)), "the second page is blank");
    }

    @Test
    void aPageThatIsNotThereGivesTheNumberOfPages() throws Exception {
        DrawnPage none = drawn("pages.pdf", Made.pdf("Only page", ""), 7);

        assertEquals(new DrawnPage(new Outcome.Indexed(), 1, Optional.empty()), none);
    }

    @Test
    void aLockedPdfSaysThatItIsLocked() throws Exception {
        DrawnPage locked = drawn("locked.pdf", Made.pdf("Sealed words", "tamarind"), 1);

        assertInstanceOf(Outcome.Encrypted.class, locked.outcome());
        assertEquals(Optional.empty(), locked.picture());
    }

    @Test
    void eachPictureOfATiffIsAPage() throws Exception {
        byte[] tiff = tiff(List.of(plain(1300, 200, Color.RED), plain(100, 50, Color.BLUE)));

        DrawnPage first = drawn("scan.tif", tiff, 1);
        DrawnPage second = drawn("scan.tif", tiff, 2);

        assertEquals(2, first.pages());
        assertEquals(SIDE, picture(first).getWidth());
        assertEquals(Color.RED.getRGB(), picture(first).getRGB(300, 40));
        assertEquals(100, picture(second).getWidth(), "a small picture is not drawn larger");
        assertEquals(Color.BLUE.getRGB(), picture(second).getRGB(50, 25));
    }

    @Test
    void aPictureOfMorePixelsThanAreReadIsNotDrawn() throws Exception {
        byte[] png = encoded(plain(300, 100, Color.RED), "png");
        Limits few = new Limits(Duration.ofMinutes(1), 100, 5, 1 << 20, 200, 12, 5, 29_999);

        DrawnPage refused = drawn("large.png", png, 1, few);

        assertEquals(
                new Outcome.Partial(List.of(new Shortfall.LimitReached(Limit.PIXELS, 29_999, 30_000))),
                refused.outcome());
        assertEquals(Optional.empty(), refused.picture());
    }

    @Test
    void whatHasNoPagesIsNotDrawn() throws Exception {
        DrawnPage text = drawn("quay.txt", "The quay".getBytes(StandardCharsets.UTF_8), 1);

        assertEquals(
                "text/plain",
                assertInstanceOf(Outcome.Unsupported.class, text.outcome()).kind());
    }

    @Test
    void aDrawingThatTakesTooLongEndsAtTheLimitAndTheNextOneIsDrawn() throws Exception {
        Limits hurried = LIMITS.withTime(Duration.ofMillis(50));
        byte[] heavy = encoded(noise(5000, 5000), "png");

        DrawnPage stopped = drawn("heavy.png", heavy, 1, hurried);
        DrawnPage next = drawn("next.png", encoded(plain(10, 10, Color.RED), "png"), 1);

        Shortfall why =
                assertInstanceOf(Outcome.Partial.class, stopped.outcome()).why().getFirst();
        assertEquals(
                Limit.TIME, assertInstanceOf(Shortfall.LimitReached.class, why).limit());
        assertTrue(next.picture().isPresent());
    }

    @Test
    void aReaderThatDiesWhileItDrawsIsTriedOnceMoreAndThenSaidToHaveDied() throws Exception {
        byte[] heavy = encoded(noise(5000, 5000), "png");
        Set<ProcessHandle> others = ProcessHandle.current().descendants().collect(Collectors.toSet());
        try (Extractor one = Extractor.open(settings("dying").withWorkers(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var look = threads.submit(() ->
                    one.look(new ByteArrayInputStream(heavy), "heavy.png", new Wanted.PagePicture(1, SIDE), LIMITS));
            while (!look.isDone()) {
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> !others.contains(process) && isReader(process))
                        .forEach(ProcessHandle::destroyForcibly);
                Thread.onSpinWait();
            }

            try (Extraction given = look.get().orElseThrow()) {
                assertEquals(
                        Outcome.Reason.WORKER_DIED,
                        assertInstanceOf(
                                        Outcome.Failed.class,
                                        DrawnPage.of(given).outcome())
                                .reason());
            }
        }
    }

    private static boolean isReader(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("extract.worker.Worker");
    }

    @Test
    void noFileThatIsReadWaitsForALook() throws Exception {
        try (Extractor one = Extractor.open(settings("one").withWorkers(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch looking = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            InputStream held = new Held(looking, over);
            var look = threads.submit(() -> one.look(held, "held.png", new Wanted.PagePicture(1, SIDE), LIMITS));
            assertTrue(looking.await(20, TimeUnit.SECONDS));

            try (Extraction read = one.extract(
                    write("quay.txt", "The quay".getBytes(StandardCharsets.UTF_8)),
                    "quay.txt",
                    ExtractionRequest.asReceived(LIMITS))) {
                assertEquals("The quay", read.text().strip());
            }

            over.countDown();
            look.get(60, TimeUnit.SECONDS).orElseThrow().close();
        }
    }

    /** Bytes that do not come until they are let. */
    private static final class Held extends InputStream {
        private final CountDownLatch looking;
        private final CountDownLatch over;

        Held(CountDownLatch looking, CountDownLatch over) {
            this.looking = looking;
            this.over = over;
        }

        @Override
        public int read() throws IOException {
            looking.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }

    private static DrawnPage drawn(String name, byte[] bytes, int page) throws Exception {
        return drawn(name, bytes, page, LIMITS);
    }

    private static DrawnPage drawn(String name, byte[] bytes, int page, Limits limits) throws Exception {
        try (Extraction given = extractor
                .look(new ByteArrayInputStream(bytes), name, new Wanted.PagePicture(page, SIDE), limits)
                .orElseThrow()) {
            return DrawnPage.of(given);
        }
    }

    private static BufferedImage picture(DrawnPage page) throws IOException {
        String address = page.picture().orElseThrow(() -> new AssertionError(page.outcome()));
        assertTrue(address.startsWith("data:image/png;base64,"), address.substring(0, 30));
        return ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1))));
    }

    private static long marks(BufferedImage image) {
        long marks = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                marks += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return marks;
    }

    private static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(colour);
        drawing.fillRect(0, 0, width, height);
        drawing.dispose();
        return image;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(2031);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static byte[] tiff(List<BufferedImage> pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}

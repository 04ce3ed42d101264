package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Headers of forensic images: those of real tools, and such as are made to harm whoever reads them. */
final class ForensicImageTest extends ExtractorFixture {
    private static final String MD5 = "a708708137aaf546e21c641043aed7cd";
    private static final String SHA1 = "3481e22d489a59421a2454d9674843e575603508";

    @Test
    void theHeaderOfAnE01SaysWhatEwfinfoSays() throws Exception {
        try (Extraction read = read("quay.E01", image("quay.E01"))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals("application/x-expert-witness", read.type().mediaType());
            assertEquals(
                    List.of(
                            new Stated(HeaderFact.FORMAT, "EWF, version 1 (E01)"),
                            new Stated(HeaderFact.SEGMENT, "1"),
                            new Stated(HeaderFact.DESCRIPTION, "Quay server, grey case"),
                            new Stated(HeaderFact.CASE_NUMBER, "2031-0007"),
                            new Stated(HeaderFact.EVIDENCE_NUMBER, "Q-7"),
                            new Stated(HeaderFact.EXAMINER, "Mara Quill"),
                            new Stated(HeaderFact.NOTES, "Invented bytes, for tests"),
                            new Stated(HeaderFact.PROGRAM, "20140813"),
                            new Stated(HeaderFact.PLATFORM, "Linux"),
                            new Stated(HeaderFact.ACQUIRED, "2026-11-23T00:19:25Z"),
                            new Stated(HeaderFact.SYSTEM_DATE, "2026-11-23T00:19:25Z"),
                            new Stated(HeaderFact.MEDIA, "fixed, physical"),
                            new Stated(HeaderFact.SECTORS, "96"),
                            new Stated(HeaderFact.SECTOR_BYTES, "512"),
                            new Stated(HeaderFact.CHUNK_SECTORS, "64"),
                            new Stated(HeaderFact.MD5, MD5),
                            new Stated(HeaderFact.SHA1, SHA1),
                            new Stated(HeaderFact.END, "done")),
                    read.metadata().stated());
            assertEquals(List.of("Mara Quill"), read.metadata().authors());
            assertTrue(read.text().contains("Evidence number: Q-7\n"));
            // Nothing of the sectors is unpacked.
            assertFalse(read.text().contains("Berth"));
            assertEquals(List.of(), read.children());
        }
    }

    @Test
    void theOlderFormHasOneHeaderAndNoSha1() throws Exception {
        try (Extraction read = read("old.E01", image("old.E01"))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            List<Stated> stated = read.metadata().stated();
            assertTrue(stated.contains(new Stated(HeaderFact.EVIDENCE_NUMBER, "Q-9")), stated.toString());
            assertTrue(stated.contains(new Stated(HeaderFact.ACQUIRED, "2026-11-23T00:19:25")), stated.toString());
            assertTrue(stated.contains(new Stated(HeaderFact.MD5, MD5)), stated.toString());
            assertTrue(stated.stream().noneMatch(each -> each.fact() == HeaderFact.SHA1), stated.toString());
        }
    }

    @Test
    void aLaterFileOfASplitImageSaysWhichItIs() throws Exception {
        try (Extraction read = read("split.E02", image("split.E02"))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            List<Stated> stated = read.metadata().stated();
            assertTrue(stated.contains(new Stated(HeaderFact.SEGMENT, "2")), stated.toString());
            assertTrue(stated.contains(new Stated(HeaderFact.END, "done")), stated.toString());
            assertTrue(
                    stated.contains(new Stated(HeaderFact.MD5, "d8f7bc33eb154e095ef6ed981ec9601f")), stated.toString());
        }
    }

    @Test
    void anyNameTheBytesComeUnderIsSeenThrough() throws Exception {
        try (Extraction read = read("letter.pdf", image("quay.E01"))) {
            assertEquals("application/x-expert-witness", read.type().mediaType());
            assertTrue(read.type().extensionLies());
        }
    }

    @Test
    void aCutImageKeepsWhatCameBeforeTheCut() throws Exception {
        try (Extraction read = read("quay.E01", Arrays.copyOf(image("quay.E01"), 1000))) {
            assertDamaged("sections: one points outside the file", read);
            assertTrue(read.metadata().stated().contains(new Stated(HeaderFact.CASE_NUMBER, "2031-0007")));
        }
    }

    @Test
    void aFileThatIsAllSignatureEndsWithANote() throws Exception {
        try (Extraction read = read("quay.E01", Arrays.copyOf(image("quay.E01"), 8))) {
            assertDamaged("sections: the file ends before them", read);
        }
    }

    @Test
    void aChainThatLeadsBackOrAwayIsNotFollowed() throws Exception {
        for (long next : List.of(13L, 0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            try (Extraction read = read("ring.E01", ewf(section("sectors", next, 0, new byte[0]), new byte[200]))) {
                assertDamaged("sections: one points outside the file", read);
            }
        }
    }

    @Test
    void aChainThatHardlyEndsIsGivenUp() throws Exception {
        var sections = new ByteArrayOutputStream();
        for (int i = 0; i < 20_100; i++) {
            sections.writeBytes(section("sectors", 13 + 76L * (i + 1), 76, new byte[0]));
        }

        try (Extraction read = read("long.E01", ewf(sections.toByteArray(), new byte[76]))) {
            assertDamaged("sections: more than 20000", read);
        }
    }

    @Test
    void aSectionThatFailsItsChecksumIsNamed() throws Exception {
        byte[] broken = image("quay.E01");
        broken[331 + 20] ^= 1;

        try (Extraction read = read("broken.E01", broken)) {
            assertDamaged("sections: one fails its checksum", read);
            assertTrue(read.metadata().stated().contains(new Stated(HeaderFact.CASE_NUMBER, "2031-0007")));
        }
    }

    @Test
    void aHeaderThatUnpacksToVeryMuchIsNotUnpacked() throws Exception {
        byte[] bomb = deflated(new byte[64 << 20]);

        try (Extraction read =
                read("bomb.E01", ewf(section("header2", 13 + 76L + bomb.length, 76L + bomb.length, bomb)))) {
            assertDamaged("header2: more than 1048576 bytes unpacked", read);
        }
    }

    @Test
    void aHeaderOfAnImpossibleLengthOrOfNoiseIsNamed() throws Exception {
        byte[] noise = "no zlib at all".getBytes(StandardCharsets.US_ASCII);
        byte[] flat = deflated("one line".getBytes(StandardCharsets.US_ASCII));

        try (Extraction read = read("length.E01", ewf(section("header", 500, Long.MIN_VALUE, noise)))) {
            assertDamaged("header: of an impossible length", read);
        }
        try (Extraction read = read("noise.E01", ewf(section("header", 500, 76L + noise.length, noise)))) {
            assertDamaged("header: does not unpack", read);
        }
        try (Extraction read = read("flat.E01", ewf(section("header", 500, 76L + flat.length, flat)))) {
            assertDamaged("header: not laid out as one", read);
        }
    }

    @Test
    void valuesAreShortenedAndThePasswordHashIsNotShown() throws Exception {
        byte[] text = deflated(("1\r\nmain\r\na\tp\tt\r\n" + "x".repeat(50_000) + "\tf00dfeed\ttwo\u0000words\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        try (Extraction read = read("wide.E01", ewf(section("header", 500, 76L + text.length, text)))) {
            List<Stated> stated = read.metadata().stated();
            assertTrue(stated.contains(new Stated(HeaderFact.DESCRIPTION, "x".repeat(2000))));
            assertTrue(stated.contains(new Stated(HeaderFact.NOTES, "two words")));
            assertFalse(read.text().contains("f00dfeed"));
        }
    }

    @Test
    void theSecondVersionIsNamedAndNotRead() throws Exception {
        byte[] second = ByteBuffer.allocate(64)
                .put(new byte[] {'E', 'V', 'F', '2', 0x0D, 0x0A, (byte) 0x81, 0})
                .array();

        try (Extraction read = read("new.Ex01", second)) {
            assertEquals(new Outcome.Unsupported("EWF", "2"), read.outcome());
        }
    }

    @Test
    void anAff4SaysWhatItsTurtleSays() throws Exception {
        try (Extraction read = read("quay.aff4", aff4(TURTLE))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals("application/x-aff4", read.type().mediaType());
            assertEquals(
                    List.of(
                            new Stated(HeaderFact.FORMAT, "AFF4, version 1.0"),
                            new Stated(HeaderFact.PROGRAM, "Quayside Imager 2.1"),
                            new Stated(HeaderFact.VOLUME, "aff4://685e15cc-d0fb-4dbc-ba47-48117fc77044"),
                            new Stated(
                                    HeaderFact.STREAM,
                                    "aff4://cf853d0b-5589-4c7c-8358-2ca1572b87eb (DiskImage, Image)"),
                            new Stated(HeaderFact.SIZE, "49152"),
                            new Stated(HeaderFact.SECTOR_BYTES, "512"),
                            new Stated(HeaderFact.MODEL, "Harbour \"One\""),
                            new Stated(HeaderFact.SERIAL, "SN 0042"),
                            new Stated(HeaderFact.OTHER, "dataStream = aff4://c215ba20-5648-4209-a793-1f918c723610"),
                            new Stated(HeaderFact.STREAM, "aff4://c215ba20-5648-4209-a793-1f918c723610 (ImageStream)"),
                            new Stated(HeaderFact.CHUNK_BYTES, "32768"),
                            new Stated(HeaderFact.MD5, MD5),
                            new Stated(HeaderFact.SHA1, SHA1),
                            new Stated(HeaderFact.HASH, "Blake2b 00ff"),
                            new Stated(HeaderFact.STREAM, "aff4://685e15cc-d0fb-4dbc-ba47-48117fc77044 (ZipVolume)"),
                            new Stated(HeaderFact.ACQUIRED, "2031-03-14T09:30:00+01:00")),
                    read.metadata().stated());
            assertEquals(List.of(), read.children());
        }
    }

    @Test
    void aTurtleThatIsNotReadIsNamedAndTheRestIsKept() throws Exception {
        for (String turtle : List.of(
                "<a:b> <c:d> [ <e:f> 1 ] .",
                "unknown:thing <c:d> 1 .",
                "<a:b> <c:d> \"no end",
                "<a:b> <c:d>",
                "@prefix aff4 .",
                "<a:b> <c:d> \"\\u00".repeat(1000),
                "\"".repeat(100_000))) {
            try (Extraction read = read("bad.aff4", aff4(turtle))) {
                var why =
                        assertInstanceOf(Outcome.Partial.class, read.outcome()).why();
                assertTrue(why.toString().contains("information.turtle: "), why.toString());
                assertTrue(read.metadata().stated().contains(new Stated(HeaderFact.PROGRAM, "Quayside Imager 2.1")));
            }
        }
    }

    @Test
    void aTurtleOfVeryManyBytesIsNotRead() throws Exception {
        try (Extraction read = read("bomb.aff4", aff4(" ".repeat(64 << 20)))) {
            assertDamaged("information.turtle: longer than 4194304 bytes", read);
        }
    }

    @Test
    void aTurtleOfVeryManyFactsIsCut() throws Exception {
        var many = new StringBuilder("@prefix aff4: <http://aff4.org/Schema#> .\n");
        for (int i = 0; i < 5000; i++) {
            many.append("<aff4://").append(i).append("> aff4:size ").append(i).append(" .\n");
        }

        try (Extraction read = read("many.aff4", aff4(many.toString()))) {
            assertDamaged("more than 200 facts", read);
            assertEquals(200, read.metadata().stated().size());
        }
    }

    @Test
    void aZipThatOnlyCarriesATurtleIsAZip() throws Exception {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            entry(out, "information.turtle", TURTLE);
            entry(out, "letter.txt", "The quay plan.");
        }

        try (Extraction read = read("files.zip", zip.toByteArray())) {
            assertInstanceOf(Outcome.Container.class, read.outcome());
            assertEquals(2, read.children().size());
            assertEquals(List.of(), read.metadata().stated());
        }
    }

    /** As the AFF4 Standard v1.0 lays out a disk image. */
    private static final String TURTLE = """
            # made for tests
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix aff4: <http://aff4.org/Schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <aff4://cf853d0b-5589-4c7c-8358-2ca1572b87eb> a aff4:DiskImage , aff4:Image ;
                aff4:size "49152"^^xsd:long ;
                aff4:blockSize 512 ;
                aff4:diskModel "Harbour \\"One\\"" ;
                aff4:diskSerial 'SN 0042'@en ;
                aff4:dataStream <aff4://c215ba20-5648-4209-a793-1f918c723610> .

            <aff4://c215ba20-5648-4209-a793-1f918c723610> rdf:type aff4:ImageStream ;
                aff4:chunkSize "32768"^^<http://www.w3.org/2001/XMLSchema#int> ;
                aff4:hash "%s"^^aff4:MD5 , "%s"^^aff4:SHA1 , "00ff"^^aff4:Blake2b ; .

            <aff4://685e15cc-d0fb-4dbc-ba47-48117fc77044> a aff4:ZipVolume ;
                aff4:creationTime "2031-03-14T09:30:00+01:00"^^xsd:dateTime .
            """.formatted(MD5, SHA1);

    private static byte[] aff4(String turtle) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            entry(out, "container.description", "aff4://685e15cc-d0fb-4dbc-ba47-48117fc77044");
            entry(out, "version.txt", "major=1\nminor=0\ntool=Quayside Imager 2.1\n");
            entry(out, "aff4%3A%2F%2Fc215ba20-5648-4209-a793-1f918c723610/00000000", "Berth 0001");
            entry(out, "information.turtle", turtle);
        }
        return zip.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void assertDamaged(String detail, Extraction read) {
        var why = assertInstanceOf(Outcome.Partial.class, read.outcome()).why();
        assertTrue(why.contains(new Shortfall.Damaged(detail)), why.toString());
        assertEquals(List.of(), read.children());
    }

    private static byte[] ewf(byte[]... parts) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'E', 'V', 'F', 0x09, 0x0D, 0x0A, (byte) 0xFF, 0, 1, 1, 0, 0, 0});
        for (byte[] part : parts) {
            file.writeBytes(part);
        }
        return file.toByteArray();
    }

    private static byte[] section(String type, long next, long size, byte[] content) {
        ByteBuffer section = ByteBuffer.allocate(76 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        section.put(type.getBytes(StandardCharsets.US_ASCII)).position(16);
        section.putLong(next).putLong(size);
        var sum = new Adler32();
        sum.update(section.array(), 0, 72);
        return section.putInt(72, (int) sum.getValue()).put(76, content).array();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] image(String name) throws IOException {
        try (InputStream in = ForensicImageTest.class.getResourceAsStream("images/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }
}

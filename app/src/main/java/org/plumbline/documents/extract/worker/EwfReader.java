package org.plumbline.documents.extract.worker;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.plumbline.documents.extract.HeaderFact;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Shortfall;

/**
 * Reads the header of an image in the Expert Witness Compression Format, version 1 (E01), as libewf's documentation has
 * it (Expert Witness Compression Format specification, sections 2 to 3.20): its sections are walked, its sectors never
 * opened.
 */
final class EwfReader implements FormatReader {
    static final String TYPE = "application/x-expert-witness";

    private static final byte[] IMAGE = {'E', 'V', 'F', 0x09, 0x0D, 0x0A, (byte) 0xFF, 0};
    private static final byte[] LOGICAL = {'L', 'V', 'F', 0x09, 0x0D, 0x0A, (byte) 0xFF, 0};
    private static final byte[] SECOND = {'E', 'V', 'F', '2', 0x0D, 0x0A, (byte) 0x81, 0};
    private static final int FILE_HEADER = 13;
    private static final int DESCRIPTOR = 76;

    /** A large segment has some thousand tables; a chain that is longer is made to keep us walking. */
    private static final int MOST_SECTIONS = 20_000;

    /** Header text is a few hundred bytes; both its packed and its unpacked length are held to this. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** A section of the file: what it is, where its content lies, and where the next begins. */
    private record Part(String type, long at, long size, long next) {}

    /** Whether a file begins as one, of either version. */
    static boolean isOne(Path file) throws IOException {
        byte[] head = head(file);
        return Arrays.equals(head, IMAGE) || Arrays.equals(head, LOGICAL) || Arrays.equals(head, SECOND);
    }

    @Override
    public void read(Source source, Gathering into) throws IOException {
        if (Arrays.equals(head(source.file()), SECOND)) {
            into.rule(new Outcome.Unsupported("EWF", "2"));
            return;
        }
        var header = new ImageHeader(into);
        try (RandomAccessFile file = new RandomAccessFile(source.file().toFile(), "r")) {
            ByteBuffer first = buffer(bytes(file, 0, FILE_HEADER));
            header.add(
                    HeaderFact.FORMAT, first.get(0) == 'L' ? "EWF, version 1, logical (L01)" : "EWF, version 1 (E01)");
            header.add(HeaderFact.SEGMENT, Integer.toString(first.getShort(9) & 0xFFFF));
            walk(file, source.size(), header, into);
        } catch (EOFException cut) {
            into.note(new Shortfall.Damaged("sections: the file ends before them"));
        }
    }

    private static void walk(RandomAccessFile file, long size, ImageHeader header, Gathering into) throws IOException {
        long at = FILE_HEADER;
        for (int i = 0; i < MOST_SECTIONS; i++) {
            Part part = part(file, at);
            if (part.type().isEmpty()) {
                into.note(new Shortfall.Damaged("sections: one fails its checksum"));
                return;
            }
            read(file, part, size, header, into);
            if (part.type().equals("done") || part.type().equals("next")) {
                header.add(HeaderFact.END, part.type());
                return;
            }
            // Invariant: the place only grows, so a chain cannot lead in a ring.
            if (part.next() < at + DESCRIPTOR || part.next() > size - DESCRIPTOR) {
                into.note(new Shortfall.Damaged("sections: one points outside the file"));
                return;
            }
            at = part.next();
        }
        into.note(new Shortfall.Damaged("sections: more than " + MOST_SECTIONS));
    }

    /** A section's descriptor; of no type where its checksum does not hold. */
    private static Part part(RandomAccessFile file, long at) throws IOException {
        byte[] bytes = bytes(file, at, DESCRIPTOR);
        ByteBuffer descriptor = buffer(bytes);
        var sum = new Adler32();
        sum.update(bytes, 0, DESCRIPTOR - Integer.BYTES);
        if (sum.getValue() != (descriptor.getInt(DESCRIPTOR - Integer.BYTES) & 0xFFFFFFFFL)) {
            return new Part("", at, 0, 0);
        }
        String type = new String(bytes, 0, 16, StandardCharsets.ISO_8859_1);
        int end = type.indexOf('\0');
        return new Part(
                end < 0 ? type : type.substring(0, end),
                at + DESCRIPTOR,
                descriptor.getLong(24),
                descriptor.getLong(16));
    }

    private static void read(RandomAccessFile file, Part part, long size, ImageHeader header, Gathering into)
            throws IOException {
        long content = part.size() < DESCRIPTOR ? 0 : Math.min(part.size() - DESCRIPTOR, size - part.at());
        switch (part.type()) {
            case "header2", "header" -> text(file, part, content, header, into);
            case "volume", "disk" -> volume(file, part, content, header);
            case "hash" -> {
                if (content >= 16) {
                    header.addOnce(HeaderFact.MD5, hex(file, part.at(), 16));
                }
            }
            case "digest" -> {
                if (content >= 36) {
                    header.addOnce(HeaderFact.MD5, hex(file, part.at(), 16));
                    header.addOnce(HeaderFact.SHA1, hex(file, part.at() + 16, 20));
                }
            }
            default -> {}
        }
    }

    /** Lines of tab-separated fields: in the third line their identifiers, in the fourth what they hold. */
    private static void text(RandomAccessFile file, Part part, long content, ImageHeader header, Gathering into)
            throws IOException {
        if (content < 1 || content > LONGEST_TEXT) {
            into.note(new Shortfall.Damaged(part.type() + ": of an impossible length"));
            return;
        }
        byte[] unpacked;
        try {
            unpacked = inflated(bytes(file, part.at(), (int) content));
        } catch (DataFormatException broken) {
            into.note(new Shortfall.Damaged(part.type() + ": does not unpack"));
            return;
        }
        if (unpacked.length > LONGEST_TEXT) {
            into.note(new Shortfall.Damaged(part.type() + ": more than " + LONGEST_TEXT + " bytes unpacked"));
            return;
        }
        String[] lines = decoded(unpacked, part.type()).split("\r?\n|\r", 6);
        if (lines.length < 4 || !lines[1].equals("main")) {
            into.note(new Shortfall.Damaged(part.type() + ": not laid out as one"));
            return;
        }
        String[] names = lines[2].split("\t", -1);
        String[] values = lines[3].split("\t", -1);
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            field(names[i].strip(), values[i], header);
        }
    }

    private static void field(String name, String value, ImageHeader header) {
        switch (name) {
            case "a" -> header.addOnce(HeaderFact.DESCRIPTION, value);
            case "c" -> header.addOnce(HeaderFact.CASE_NUMBER, value);
            case "n" -> header.addOnce(HeaderFact.EVIDENCE_NUMBER, value);
            case "e" -> header.addOnce(HeaderFact.EXAMINER, value);
            case "t" -> header.addOnce(HeaderFact.NOTES, value);
            case "md" -> header.addOnce(HeaderFact.MODEL, value);
            case "sn" -> header.addOnce(HeaderFact.SERIAL, value);
            case "av" -> header.addOnce(HeaderFact.PROGRAM, value);
            case "ov" -> header.addOnce(HeaderFact.PLATFORM, value);
            case "m" -> header.addOnce(HeaderFact.ACQUIRED, EwfDate.of(value));
            case "u" -> header.addOnce(HeaderFact.SYSTEM_DATE, EwfDate.of(value));
            default -> {} // the password's hash among them, which is nobody's to see
        }
    }

    private static void volume(RandomAccessFile file, Part part, long content, ImageHeader header) throws IOException {
        if (content < 40) {
            return;
        }
        ByteBuffer volume = buffer(bytes(file, part.at(), 40));
        boolean smart = content < 1052;
        long sectors = smart ? volume.getInt(16) & 0xFFFFFFFFL : volume.getLong(16);
        if (!smart) {
            header.addOnce(HeaderFact.MEDIA, media(volume.get(0) & 0xFF, volume.get(36)));
        }
        header.addOnce(HeaderFact.SECTORS, Long.toUnsignedString(sectors));
        header.addOnce(HeaderFact.SECTOR_BYTES, Integer.toUnsignedString(volume.getInt(12)));
        header.addOnce(HeaderFact.CHUNK_SECTORS, Integer.toUnsignedString(volume.getInt(8)));
    }

    private static String media(int type, byte flags) {
        String kind = switch (type) {
            case 0x00 -> "removable";
            case 0x01 -> "fixed";
            case 0x03 -> "optical";
            case 0x0E -> "logical evidence";
            case 0x10 -> "memory";
            default -> "0x" + Integer.toHexString(type);
        };
        return kind + ((flags & 2) == 0 ? ", logical" : ", physical");
    }

    private static byte[] inflated(byte[] packed) throws DataFormatException {
        var unpacked = new ByteArrayOutputStream();
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] chunk = new byte[1 << 12];
            while (!inflater.finished() && unpacked.size() <= LONGEST_TEXT) {
                int some = inflater.inflate(chunk);
                if (some == 0) {
                    throw new DataFormatException("cut");
                }
                unpacked.write(chunk, 0, some);
            }
        } finally {
            inflater.end();
        }
        return unpacked.toByteArray();
    }

    private static String decoded(byte[] text, String type) {
        if (type.equals("header2")) {
            Charset wide =
                    text.length > 1 && text[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            String decoded = new String(text, wide);
            return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        }
        return Charsets.decode(text, "");
    }

    private static String hex(RandomAccessFile file, long at, int length) throws IOException {
        byte[] digest = bytes(file, at, length);
        // All zeros is how the format says that none was taken.
        return Arrays.equals(digest, new byte[length]) ? "" : HexFormat.of().formatHex(digest);
    }

    private static byte[] bytes(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(IMAGE.length);
        }
    }
}

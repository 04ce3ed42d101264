package org.plumbline.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.FilesDigest;
import org.plumbline.engine.log.statement.Statement;

/**
 * The exported trail of a case: proofs under one checkpoint, and timestamps of older ones, in a ZIP archive.
 *
 * @param entries in the order of their names; at least one
 * @param stamped in the order of their sizes
 * @param statement by which an organisation says that it gave this out; absent in archives of before there were any
 */
record TrailArchive(List<EntryProof> entries, List<StampedTree> stamped, Optional<Statement> statement) {
    private static final String STAMPED = "timestamps/";
    private static final int MOST_ENTRIES = 1_000_000;
    private static final String CHECKPOINT = "checkpoint";
    private static final String STATEMENT = "statement";
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The end of central directory record, without comment: APPNOTE.TXT 4.3.16. */
    private static final byte[] END = {'P', 'K', 5, 6};

    private static final int END_BYTES = 22;

    /** Where the first file's name begins. */
    private static final int NAME_AT = 30;

    /** From here on another record counts. */
    private static final int MOST_COUNTED = 0xFFFF;

    TrailArchive {
        entries = List.copyOf(entries);
        stamped = List.copyOf(stamped);
    }

    static boolean isOne(byte[] file) {
        return file.length > ZIP.length && Arrays.equals(file, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    /** Whether a file begins as a trail does, with its checkpoint: no package has a file outside its one folder. */
    static boolean begins(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(NAME_AT + CHECKPOINT.length());
            return start.length == NAME_AT + CHECKPOINT.length()
                    && new String(start, NAME_AT, CHECKPOINT.length(), StandardCharsets.US_ASCII).equals(CHECKPOINT);
        }
    }

    static TrailArchive read(byte[] file) throws IOException, Refused {
        var entries = new ArrayList<EntryProof>();
        Optional<byte[]> checkpoint = Optional.empty();
        Optional<Statement> statement = Optional.empty();
        var stamps = new TreeMap<String, byte[]>();
        var files = new FilesDigest();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(TlogProof.MOST_BYTES + 1);
                if (content.length > TlogProof.MOST_BYTES || entries.size() + stamps.size() > MOST_ENTRIES) {
                    throw new Refused(Fault.EXPORT_FORM, next.getName() + " is too long, or one too many");
                } else if (statement.isPresent()) {
                    throw new Refused(Fault.EXPORT_FORM, next.getName() + " comes after the statement");
                } else if (next.getName().equals(STATEMENT)) {
                    statement = Optional.of(Statement.read(content));
                    continue;
                } else if (next.getName().equals(CHECKPOINT)) {
                    checkpoint = Optional.of(content);
                } else if (next.getName().startsWith(STAMPED)) {
                    stamps.put(next.getName(), content);
                } else {
                    entries.add(entry(next.getName(), content));
                }
                files.add(next.getName(), content);
            }
        }
        if (entries.isEmpty() || checkpoint.isEmpty()) {
            throw new Refused(Fault.EXPORT_FORM, "no proof or no checkpoint in it");
        }
        if (!isWhole(file, entries.size() + stamps.size() + (statement.isPresent() ? 2 : 1))) {
            throw new Refused(Fault.EXPORT_FORM, "the archive is cut off, or something was added to it");
        }
        for (EntryProof entry : entries) {
            if (!Arrays.equals(entry.proof().checkpoint().bytes(), checkpoint.get())) {
                throw new Refused(
                        Fault.EXPORT_FORM,
                        "the proof at index " + entry.proof().index() + " is under another checkpoint");
            }
        }
        List<StampedTree> stamped = StampedTree.all(stamps);
        // At last: what is wrong with a file itself says more.
        if (statement.isPresent() && !statement.get().files().equals(files.hex())) {
            throw new Refused(Fault.EXPORT_FORM, "the statement is of other files than these");
        }
        return new TrailArchive(entries, stamped, statement);
    }

    /** Whether the archive ends as one of so many files does: reading from its front, a cut one looks whole. */
    private static boolean isWhole(byte[] file, int files) {
        int end = file.length - END_BYTES;
        if (end < 0 || !Arrays.equals(file, end, end + END.length, END, 0, END.length)) {
            return false;
        }
        int counted = Byte.toUnsignedInt(file[end + 10]) | (Byte.toUnsignedInt(file[end + 11]) << 8);
        return counted == Math.min(files, MOST_COUNTED);
    }

    private static EntryProof entry(String name, byte[] content) throws Refused {
        try {
            return EntryProof.read(content);
        } catch (Refused e) {
            throw new Refused(e.fault(), name + ": " + e.detail());
        }
    }
}

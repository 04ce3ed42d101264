package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Shortfall;

/** Reads a zip by its directory; one without a directory, cut or streamed, from the front. */
final class ZipReader implements FormatReader {
    @Override
    public void read(Source source, Gathering into) throws IOException {
        into.isContainer();
        if (isSplit(source)) {
            into.rule(new Outcome.Unsupported("ZIP", "split"));
            return;
        }
        ZipFile opened;
        try {
            opened = ZipFile.builder()
                    .setPath(source.file())
                    .setIgnoreLocalFileHeader(false)
                    .get();
        } catch (IOException | RuntimeException e) {
            into.note(new Shortfall.Damaged("directory: " + Verdict.word(e)));
            fromTheFront(source, into);
            return;
        }
        try (ZipFile zip = opened) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory()) {
                    member(zip, entry, into);
                }
            }
        }
        OutsideArchive.fill(source, into);
    }

    private static void member(ZipFile zip, ZipArchiveEntry entry, Gathering into) throws IOException {
        String path = name(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            without(path, Child.Standing.LOCKED, into);
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            without(path, Child.Standing.UNSUPPORTED, into);
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            into.child(in, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER);
        } catch (IOException | IllegalArgumentException e) {
            without(path, Child.Standing.DAMAGED, into);
        }
    }

    private static void fromTheFront(Source source, Gathering into) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(
                new BufferedInputStream(Files.newInputStream(source.file())), "UTF-8", true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = name(entry);
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    without(path, Child.Standing.LOCKED, into);
                } else if (!zip.canReadEntryData(entry)) {
                    without(path, Child.Standing.UNSUPPORTED, into);
                } else {
                    into.child(zip, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER);
                }
            }
        }
    }

    private static void without(String path, Child.Standing standing, Gathering into) throws IOException {
        into.childWithout(Names.last(path), Names.bounded(path), Child.Relation.MEMBER, standing);
    }

    /** The name; when it is not marked as UTF-8, in the character set its bytes are most likely written in. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean stated = entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
                || entry.getGeneralPurposeBit().usesUTF8ForNames();
        return stated || raw == null ? entry.getName() : Charsets.decode(raw, "");
    }

    /** A part of a split archive begins with its own mark, or ends with a directory that names another disk. */
    private static boolean isSplit(Source source) throws IOException {
        byte[] tail = tail(source);
        for (int i = tail.length - 22; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                int disk = (tail[i + 4] & 0xFF) | (tail[i + 5] & 0xFF) << 8;
                return disk != 0 && disk != 0xFFFF;
            }
        }
        try (InputStream in = Files.newInputStream(source.file())) {
            byte[] mark = in.readNBytes(4);
            return mark.length == 4 && mark[0] == 'P' && mark[1] == 'K' && mark[2] == 7 && mark[3] == 8;
        }
    }

    private static byte[] tail(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.file())) {
            // The directory's end record is at most 64 KB of comment away from the end (APPNOTE 4.3.16).
            in.skipNBytes(Math.max(0, source.size() - 65_557));
            return in.readAllBytes();
        }
    }
}

package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.plumbline.documents.extract.Child;

/** Reads archives that are one stream: tar, cpio, ar, arj. */
final class ArchiveReader implements FormatReader {
    @Override
    public void read(Source source, Gathering into) throws IOException, ArchiveException {
        into.isContainer();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()))) {
            String kind = source.type().contains("tar") ? ArchiveStreamFactory.TAR : ArchiveStreamFactory.detect(in);
            members(open(kind, in), into);
        }
    }

    /** Reads the members of a tar that came out of a compressed file. */
    void tar(InputStream in, Gathering into) throws IOException {
        into.isContainer();
        members(new TarArchiveInputStream(in, "UTF-8"), into);
    }

    private static ArchiveInputStream<?> open(String kind, InputStream in) throws ArchiveException {
        return kind.equals(ArchiveStreamFactory.TAR)
                ? new TarArchiveInputStream(in, "UTF-8")
                : new ArchiveStreamFactory("UTF-8").createArchiveInputStream(kind, in);
    }

    private static void members(ArchiveInputStream<?> archive, Gathering into) throws IOException {
        for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (entry.isDirectory() || isLink(entry)) {
                continue;
            }
            String path = entry.getName();
            if (archive.canReadEntryData(entry)) {
                into.child(archive, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER);
            } else {
                into.childWithout(
                        Names.last(path), Names.bounded(path), Child.Relation.MEMBER, Child.Standing.UNSUPPORTED);
            }
        }
    }

    /** A link has no bytes of its own: what it points to is a member by itself, or outside the archive. */
    private static boolean isLink(ArchiveEntry entry) {
        return switch (entry) {
            case TarArchiveEntry tar -> tar.isLink() || tar.isSymbolicLink() || !tar.isFile();
            case CpioArchiveEntry cpio -> !cpio.isRegularFile();
            default -> false;
        };
    }
}

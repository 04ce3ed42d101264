package org.plumbline.documents.extract.worker;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Outcome;

/** Reads RAR archives up to version 4; those of version 5 are read by an outside tool, where it is installed. */
final class RarReader implements FormatReader {
    @Override
    public void read(Source source, Gathering into) throws IOException, RarException {
        into.isContainer();
        byte[] head = head(source);
        if (Rar5.isRar5(head)) {
            readFive(head, source, into);
            return;
        }
        try (Archive archive = new Archive(source.file().toFile())) {
            if (archive.isEncrypted()) {
                into.rule(new Outcome.Encrypted());
                return;
            }
            for (FileHeader header = archive.nextFileHeader(); header != null; header = archive.nextFileHeader()) {
                if (!header.isDirectory()) {
                    member(archive, header, into);
                }
            }
        }
    }

    private static void readFive(byte[] head, Source source, Gathering into) throws IOException {
        if (Rar5.isEncrypted(head)) {
            into.rule(new Outcome.Encrypted());
        } else if (OutsideArchive.reads(source)) {
            OutsideArchive.members(source, into);
        } else {
            into.rule(new Outcome.Unsupported("RAR", "5"));
        }
    }

    private static void member(Archive archive, FileHeader header, Gathering into) throws IOException {
        String path = header.getFileName();
        if (header.isEncrypted()) {
            into.childWithout(Names.last(path), Names.bounded(path), Child.Relation.MEMBER, Child.Standing.LOCKED);
            return;
        }
        try (InputStream in = archive.getInputStream(header)) {
            into.child(in, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER);
        }
    }

    private static byte[] head(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.file())) {
            return in.readNBytes(1 << 20);
        }
    }
}

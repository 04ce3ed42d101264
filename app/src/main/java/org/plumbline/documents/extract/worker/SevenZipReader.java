package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Limit;

/** Reads 7z archives. */
final class SevenZipReader implements FormatReader {
    private static final int MEMORY_KB = 256 << 10;

    @Override
    public void read(Source source, Gathering into) throws IOException {
        into.isContainer();
        try (SevenZFile archive = SevenZFile.builder()
                .setPath(source.file())
                .setMaxMemoryLimitKiB(MEMORY_KB)
                .get()) {
            for (SevenZArchiveEntry entry = next(archive); entry != null; entry = next(archive)) {
                if (!entry.isDirectory() && !entry.isAntiItem()) {
                    member(archive, entry, into);
                }
            }
        } catch (MemoryLimitException e) {
            into.stop(Limit.MEMORY, MEMORY_KB >> 10, e.getMemoryNeededInKb() >> 10);
        }
    }

    private static SevenZArchiveEntry next(SevenZFile archive) throws IOException {
        return archive.getNextEntry();
    }

    private static void member(SevenZFile archive, SevenZArchiveEntry entry, Gathering into) throws IOException {
        String path = entry.getName() == null ? "" : entry.getName();
        try (InputStream in = archive.getInputStream(entry)) {
            into.child(in, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER);
        } catch (IOException e) {
            Child.Standing standing = Verdict.isLocked(e) ? Child.Standing.LOCKED : Child.Standing.DAMAGED;
            into.childWithout(Names.last(path), Names.bounded(path), Child.Relation.MEMBER, standing);
        }
    }
}

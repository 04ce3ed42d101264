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
            members(archive, into);
        } catch (MemoryLimitException e) {
            into.stop(Limit.MEMORY, MEMORY_KB >> 10, e.getMemoryNeededInKb() >> 10);
        }
        OutsideArchive.fill(source, into);
    }

    private static void members(SevenZFile archive, Gathering into) throws IOException {
        boolean unknownMethod = false;
        for (SevenZArchiveEntry entry : archive.getEntries()) {
            boolean open = false;
            try {
                archive.getNextEntry();
                open = true;
            } catch (MemoryLimitException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // The first member of a block says what is wrong with it, and the others find no block.
                unknownMethod |= isUnknownMethod(e);
                if (!unknownMethod && Verdict.isLocked(e)) {
                    throw e;
                }
            }
            if (entry.isDirectory() || entry.isAntiItem()) {
                continue;
            }
            if (open) {
                member(archive, entry, into);
            } else {
                without(entry, unknownMethod ? Child.Standing.UNSUPPORTED : Child.Standing.DAMAGED, into);
            }
        }
    }

    private static void without(SevenZArchiveEntry entry, Child.Standing standing, Gathering into) throws IOException {
        String path = entry.getName() == null ? "" : entry.getName();
        into.childWithout(Names.last(path), Names.bounded(path), Child.Relation.MEMBER, standing);
    }

    private static void member(SevenZFile archive, SevenZArchiveEntry entry, Gathering into) throws IOException {
        String path = entry.getName() == null ? "" : entry.getName();
        try (InputStream in = new SevenZipMember(archive, entry)) {
            into.child(in, Names.last(path), Names.bounded(path), null, Child.Relation.MEMBER);
        } catch (IOException e) {
            without(entry, standing(e), into);
        }
    }

    private static Child.Standing standing(IOException e) {
        if (Verdict.isLocked(e)) {
            return Child.Standing.LOCKED;
        }
        return isUnknownMethod(e) ? Child.Standing.UNSUPPORTED : Child.Standing.DAMAGED;
    }

    /** The library tells a method that it doesn't know by its words only (Coders, SevenZFile). */
    private static boolean isUnknownMethod(Exception e) {
        return String.valueOf(e.getMessage()).startsWith("Unsupported compression method");
    }
}

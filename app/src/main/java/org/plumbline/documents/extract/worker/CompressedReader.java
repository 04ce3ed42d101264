package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.plumbline.documents.extract.Child;

/** Reads a compressed file: its one member, or the members of the tar inside it. */
final class CompressedReader implements FormatReader {
    private static final int TAR_BLOCK = 512;
    private static final int MEMORY_KB = 128 << 10;

    private final ArchiveReader archives;

    CompressedReader(ArchiveReader archives) {
        this.archives = archives;
    }

    @Override
    public void read(Source source, Gathering into) throws IOException, CompressorException {
        into.isContainer();
        CompressorStreamFactory factory = new CompressorStreamFactory(true, MEMORY_KB);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(source.file()));
                InputStream compressed =
                        factory.createCompressorInputStream(CompressorStreamFactory.detect(file), file);
                BufferedInputStream in = new BufferedInputStream(compressed)) {
            String stated = stated(compressed);
            if (beginsWithTar(in)) {
                archives.tar(in, into);
                return;
            }
            String name = stated.isBlank() ? Names.stem(Names.last(source.name())) : stated;
            into.child(in, Names.last(name), Names.bounded(name), null, Child.Relation.MEMBER);
        }
    }

    private static String stated(InputStream compressed) {
        String name = compressed instanceof GzipCompressorInputStream gzip
                ? gzip.getMetaData().getFileName()
                : null;
        return name == null ? "" : Charsets.decode(name.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    private static boolean beginsWithTar(BufferedInputStream in) throws IOException {
        in.mark(TAR_BLOCK + 1);
        try {
            byte[] block = in.readNBytes(TAR_BLOCK);
            return block.length == TAR_BLOCK && block[0] != 0 && TarUtils.verifyCheckSum(block);
        } catch (IOException e) {
            // Too short or broken: the member itself will show it.
            return false;
        } finally {
            in.reset();
        }
    }
}

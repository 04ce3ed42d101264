package org.plumbline.engine.graph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A graph in a file, so that a start needn't read all records again. The records are what counts: a file that is
 * damaged, cut off or of another form is refused, and the graph is built from the records.
 */
public final class GraphFile {
    private static final long FORM = 0x504c_4752_4150_4831L; // "PLGRAPH1"
    private static final int BUFFER = 1 << 20;

    private GraphFile() {}

    /**
     * A graph and how far the records had been read that it was built from.
     *
     * @param position whatever the writer counts them by
     */
    public record Kept(Graph graph, long position) {}

    /** Writes a graph; an earlier file of the name stays until the new one is whole on the disk. */
    public static void write(Graph graph, long position, Path file) throws IOException {
        Base base = (graph.changed() == 0 ? graph : graph.merged()).base();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        CRC32C sum = new CRC32C();
        try (OutputStream bytes = Files.newOutputStream(fresh);
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(bytes, sum), BUFFER))) {
            out.writeLong(FORM);
            out.writeLong(position);
            new GraphWriting(out).write(base);
            out.flush();
            out.writeLong(sum.getValue());
        }
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException when the file can't be read, is damaged, cut off or of another form: build the graph anew */
    public static Kept read(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, BUFFER))) {
            CheckedInputStream checked = new CheckedInputStream(in, sum);
            DataInputStream content = new DataInputStream(checked);
            if (content.readLong() != FORM) {
                throw new IOException("The graph's file is of another form: build the graph from the records");
            }
            long position = content.readLong();
            Base base = new GraphReading(content, Files.size(file)).base();
            long said = sum.getValue();
            if (in.readLong() != said || in.read() >= 0) {
                throw new IOException("The graph's file is damaged: build the graph from the records");
            }
            return new Kept(new Graph(base), position);
        } catch (EOFException e) {
            throw new IOException("The graph's file is cut off: build the graph from the records", e);
        }
    }
}

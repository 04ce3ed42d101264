package org.plumbline.documents.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the application asks of a worker process: one file, where its children go, and the limits.
 *
 * @param wanted what it is to give of the file
 * @param file the file to read
 * @param name its name as received; a hint for the type, never a path
 * @param outside the outside tools that are installed, with the paths under which the worker sees them
 * @param ocrLanguages those to read in, whoever chose them
 * @param children an empty folder for the children's bytes, written as 1, 2, 3 and so on
 */
public record WorkerTask(
        Wanted wanted,
        Path file,
        String name,
        Path children,
        ExtractionRequest request,
        String ocrProgram,
        List<String> ocrLanguages,
        int ocrDpi,
        Map<OutsideTool, String> outside) {
    public WorkerTask {
        ocrLanguages = List.copyOf(ocrLanguages);
        outside = Map.copyOf(outside);
    }

    /** Writes the task to a worker. */
    public void writeTo(DataOutputStream out) throws IOException {
        wanted.writeTo(out);
        Wire.putString(out, file.toString());
        Wire.putString(out, name);
        Wire.putString(out, children.toString());
        putLimits(out, request.limits());
        out.writeInt(request.depth());
        out.writeBoolean(request.ocr());
        Wire.putString(out, ocrProgram);
        Wire.putStrings(out, ocrLanguages);
        out.writeInt(ocrDpi);
        putOutside(out);
        out.flush();
    }

    /** Reads the next task; the worker trusts the application. */
    public static WorkerTask readFrom(DataInputStream in) throws IOException {
        Wire wire = new Wire(in, Integer.MAX_VALUE);
        return new WorkerTask(
                Wanted.readFrom(in),
                Path.of(wire.string()),
                wire.string(),
                Path.of(wire.string()),
                new ExtractionRequest(limits(in), in.readInt(), in.readBoolean(), List.of()),
                wire.string(),
                wire.strings(),
                in.readInt(),
                outside(in, wire));
    }

    private void putOutside(DataOutputStream out) throws IOException {
        out.writeInt(outside.size());
        for (Map.Entry<OutsideTool, String> each : outside.entrySet()) {
            Wire.putConstant(out, each.getKey());
            Wire.putString(out, each.getValue());
        }
    }

    private static Map<OutsideTool, String> outside(DataInputStream in, Wire wire) throws IOException {
        Map<OutsideTool, String> outside = new EnumMap<>(OutsideTool.class);
        for (int left = in.readInt(); left > 0; left--) {
            outside.put(wire.constant(OutsideTool.class), wire.string());
        }
        return outside;
    }

    private static void putLimits(DataOutputStream out, Limits limits) throws IOException {
        out.writeLong(limits.time().toMillis());
        out.writeInt(limits.characters());
        out.writeInt(limits.children());
        out.writeLong(limits.childBytes());
        out.writeInt(limits.ratio());
        out.writeInt(limits.depth());
        out.writeInt(limits.ocrPages());
        out.writeLong(limits.pixels());
    }

    private static Limits limits(DataInputStream in) throws IOException {
        return new Limits(
                Duration.ofMillis(in.readLong()),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong());
    }
}

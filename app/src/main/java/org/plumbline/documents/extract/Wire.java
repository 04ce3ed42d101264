package org.plumbline.documents.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of the protocol between the application and a worker. What is read counts against a budget of bytes, so
 * that a worker taken over by a hostile file cannot fill the application's memory.
 */
final class Wire {
    private final DataInputStream in;
    private long budget;

    Wire(DataInputStream in, long budget) {
        this.in = in;
        this.budget = budget;
    }

    static void putString(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void putStrings(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            putString(out, value);
        }
    }

    static void putOptional(DataOutputStream out, Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            putString(out, value.get());
        }
    }

    static void putConstant(DataOutputStream out, Enum<?> constant) throws IOException {
        putString(out, constant.name());
    }

    String string() throws IOException {
        byte[] bytes = new byte[spend(in.readInt())];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> strings() throws IOException {
        int count = count();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(string());
        }
        return values;
    }

    Optional<String> optional() throws IOException {
        return in.readBoolean() ? Optional.of(string()) : Optional.empty();
    }

    /** A number of things that follow; each is taken to cost at least 8 bytes of the budget. */
    int count() throws IOException {
        int count = in.readInt();
        if (count < 0 || count * 8L > budget) {
            throw new ProtocolException("A worker announced " + count + " items, more than its budget allows");
        }
        budget -= count * 8L;
        return count;
    }

    <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        String name = string();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("A worker sent an unknown " + type.getSimpleName());
        }
    }

    private int spend(int length) throws IOException {
        if (length < 0 || length > budget) {
            throw new ProtocolException("A worker announced " + length + " bytes, more than its budget allows");
        }
        budget -= length;
        return length;
    }
}

package org.plumbline.bench.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection that asks and reads whole answers, with as little work of its own as possible: the generator shares
 * the machine with the server. Not for several threads.
 */
public final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** Connects when first asked. */
    public Wire(int port) {
        this.port = port;
    }

    /** An answer's status and the bytes of its body. */
    public record Answer(int status, ByteBuffer body) {}

    /** A request that can be sent again and again. */
    static byte[] request(String path, String cookie) {
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends the request and reads the answer to its last byte. */
    public Answer ask(byte[] request) throws IOException {
        Socket to = connected();
        to.getOutputStream().write(request);
        InputStream from = java.util.Objects.requireNonNull(in);
        int status = status(line(from));
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
            last |= header.equals("connection: close");
        }
        byte[] body = body(from, status, chunked, length);
        if (last) {
            close();
        }
        return new Answer(status, ByteBuffer.wrap(body));
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(TIMEOUT_MS);
            open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream(), 1 << 16);
        }
        return open;
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
            throw new IOException("Not an answer: \"" + line + "\"");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static byte[] body(InputStream from, int status, boolean chunked, long length) throws IOException {
        try {
            return chunked ? chunks(from) : exactly(from, Math.max(0, length));
        } catch (IOException e) {
            throw new IOException("An answer with status " + status + ": " + e.getMessage(), e);
        }
    }

    private static byte[] chunks(InputStream from) throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = size(from); size > 0; size = size(from)) {
            body.write(exactly(from, size));
            line(from);
        }
        line(from);
        return body.toByteArray();
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from).strip(), 16);
    }

    private static byte[] exactly(InputStream from, long length) throws IOException {
        byte[] body = from.readNBytes(Math.toIntExact(length));
        if (body.length < length) {
            throw new IOException("The answer was cut off after " + body.length + " of " + length + " bytes");
        }
        return body;
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder(80);
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed within an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
